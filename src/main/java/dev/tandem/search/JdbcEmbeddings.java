package dev.tandem.search;

import dev.tandem.encoder.Embedding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Keeps embeddings by a digest of model and text. */
@Repository
class JdbcEmbeddings implements Embeddings {
  private static final int DIGEST_BYTES = 16;

  private final JdbcTemplate jdbc;

  JdbcEmbeddings(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Map<String, Embedding> find(String model, Collection<String> texts) {
    var byDigest = new HashMap<String, String>();
    for (var text : texts) byDigest.put(digest(model, text), text);
    var found = new HashMap<String, Embedding>();
    if (byDigest.isEmpty()) return found;
    jdbc.query(
        "select digest, components from search_embedding where digest = any (?)",
        row -> {
          var text = byDigest.get(row.getString("digest"));
          if (text != null) found.put(text, new Embedding(row.getBytes("components")));
        },
        (Object) byDigest.keySet().toArray(String[]::new));
    return found;
  }

  @Override
  public void keep(String model, Map<String, Embedding> embeddings) {
    jdbc.batchUpdate(
        "insert into search_embedding (digest, components) values (?, ?) on conflict do nothing",
        embeddings.entrySet().stream()
            .map(each -> new Object[] {digest(model, each.getKey()), each.getValue().components()})
            .toList());
  }

  private static String digest(String model, String text) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      sha.update(model.getBytes(StandardCharsets.UTF_8));
      sha.update((byte) 0);
      var whole = sha.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(whole, 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
