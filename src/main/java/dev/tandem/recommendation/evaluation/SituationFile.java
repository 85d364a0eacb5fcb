package dev.tandem.recommendation.evaluation;

import dev.tandem.recommendation.DescribedDeal;
import dev.tandem.recommendation.EvaluationSituation;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Situations as JSON Lines.
 *
 * @param problems lines that are none, with their numbers
 * @param unknownKeys keys that nothing reads, with their lines
 */
public record SituationFile(
    List<EvaluationSituation> situations, List<String> problems, List<String> unknownKeys) {
  private static final Set<String> KEYS = Set.of("id", "query", "deal", "kind");
  private static final Set<String> DEAL_KEYS =
      Set.of(
          "industry",
          "company_size",
          "region",
          "persona",
          "personas",
          "stage",
          "competitor",
          "competitors",
          "products",
          "notes");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY).build();

  public static SituationFile read(Path file) throws IOException {
    var read = new SituationFile(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    var lineOf = new HashMap<String, Integer>();
    int number = 0;
    for (var line : Lines.of(file)) {
      number++;
      if (line.isBlank()) continue;
      try {
        var situation = read.situation(JSON.readTree(line), number);
        var before = lineOf.putIfAbsent(situation.id(), number);
        if (before != null)
          throw new IllegalArgumentException(
              "the id " + situation.id() + " stands in line " + before + " already");
        read.situations.add(situation);
      } catch (JacksonException e) {
        read.problems.add("line " + number + ": " + e.getOriginalMessage());
      } catch (IllegalArgumentException e) {
        read.problems.add("line " + number + ": " + e.getMessage());
      }
    }
    return read;
  }

  private EvaluationSituation situation(JsonNode json, int number) {
    if (!json.isObject()) throw new IllegalArgumentException("expected an object {\"id\": …}");
    reportUnknown(json, KEYS, "", number);
    var id = text(json.get("id"), "id");
    if (id == null) throw new IllegalArgumentException("no id");
    var query = text(json.get("query"), "query");
    var deal = json.get("deal");
    if (deal != null && !deal.isNull() && !deal.isObject())
      throw new IllegalArgumentException("deal: expected an object");
    boolean described = deal != null && deal.isObject();
    if (described) reportUnknown(Objects.requireNonNull(deal), DEAL_KEYS, "deal.", number);
    return new EvaluationSituation(
        id,
        query == null ? "" : query,
        described ? JSON.treeToValue(deal, DescribedDeal.class) : DescribedDeal.NOTHING,
        text(json.get("kind"), "kind"));
  }

  private static @Nullable String text(@Nullable JsonNode value, String key) {
    if (value == null || value.isNull()) return null;
    if (value.isString()) return value.stringValue();
    if (value.isNumber()) return value.toString();
    throw new IllegalArgumentException(key + ": expected a text");
  }

  private void reportUnknown(JsonNode json, Set<String> known, String where, int number) {
    for (Map.Entry<String, JsonNode> property : json.properties())
      if (!known.contains(property.getKey()))
        unknownKeys.add("line " + number + ": unknown key " + where + property.getKey());
  }

  /** Lines of a UTF-8 file, without a byte order mark; what fails is said in one message. */
  public static final class Lines {
    private Lines() {}

    public static List<String> of(Path file) throws IOException {
      String text;
      try {
        text = Files.readString(file, StandardCharsets.UTF_8);
      } catch (NoSuchFileException e) {
        throw new IOException("there is no file " + file);
      } catch (CharacterCodingException e) {
        throw new IOException(file + " is not UTF-8 text");
      }
      return (text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList();
    }
  }
}
