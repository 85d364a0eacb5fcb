package dev.tandem.library.manifest;

import dev.tandem.library.AssetStatus;
import dev.tandem.shared.Money;
import dev.tandem.taxonomy.Audience;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was said about an asset; null or empty where nothing was said. */
public record GivenValues(
    @Nullable String title,
    @Nullable String description,
    @Nullable ContentType type,
    List<JourneyStage> stages,
    Map<Dimension, List<String>> terms,
    @Nullable String language,
    @Nullable Audience audience,
    @Nullable AssetStatus status,
    @Nullable String url,
    @Nullable String owner,
    @Nullable String author,
    @Nullable LocalDate publishedOn,
    @Nullable LocalDate reviewBy,
    @Nullable LocalDate expiresOn,
    @Nullable Money cost,
    List<String> tags) {

  /** Nothing said at all. */
  public static final GivenValues NONE =
      new GivenValues(
          null, null, null, List.of(), Map.of(), null, null, null, null, null, null, null, null,
          null, null, List.of());

  public GivenValues {
    stages = List.copyOf(stages);
    tags = List.copyOf(tags);
    var byDimension = new EnumMap<Dimension, List<String>>(Dimension.class);
    terms.forEach(
        (dimension, names) -> {
          if (!names.isEmpty()) byDimension.put(dimension, List.copyOf(names));
        });
    terms = Collections.unmodifiableMap(byDimension);
  }

  /** Equal for equal values, and stable over restarts. */
  public String digest() {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
