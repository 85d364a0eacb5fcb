package dev.tandem.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes requests of an OpenAPI description: a third as described, the others near it or far off.
 */
final class RandomRequests {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int DEEPEST = 5;

  /** What people, programs and attackers send. */
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "decision",
          "guide",
          "D-1",
          "2026-11-26",
          "2026-11-26T10:00:00Z",
          "-1",
          "NaN",
          "'; drop table asset; --",
          "<script>alert(1)</script>",
          "\u0000",
          "a\u0000b",
          "\uD800",
          "Ünïcödé 漢字 🚚",
          "../../etc/passwd",
          "\"quoted\" -minus type:case study type:",
          "((((",
          "a".repeat(5_000),
          "https://mill.example/content",
          "javascript:alert(1)",
          "http://169.254.169.254/");

  private static final List<String> NUMBERS =
      List.of("0", "1", "-1", "7", "100000", "2147483648", "-9223372036854775809", "1e308", "0.5");

  private final JsonNode docs;
  private final Random random;

  RandomRequests(JsonNode docs, Random random) {
    this.docs = docs;
    this.random = random;
  }

  record Body(String type, String text) {
    @Override
    public String toString() {
      return type + " " + (text.length() > 300 ? text.substring(0, 300) + "…" : text);
    }
  }

  String address(String path, JsonNode call) {
    var address = path;
    var query = new StringBuilder();
    for (var parameter : call.path("parameters")) {
      var name = parameter.get("name").stringValue();
      var value = encoded(parameterValue(resolved(parameter.path("schema"))));
      switch (parameter.get("in").stringValue()) {
        case "path" -> address = address.replace("{" + name + "}", value.isEmpty() ? "x" : value);
        case "query" -> {
          if (random.nextInt(3) > 0)
            query
                .append(query.isEmpty() ? "?" : "&")
                .append(encoded(name))
                .append('=')
                .append(value);
        }
        default -> {}
      }
    }
    return address + query;
  }

  /** Null for a call that takes none, and now and then for one that does. */
  @Nullable Body body(JsonNode call) {
    var content = call.path("requestBody").path("content");
    if (content.isEmpty() || random.nextInt(15) == 0) return null;
    var type = content.propertyNames().iterator().next();
    if (type.startsWith("multipart") || content.has("multipart/form-data") && random.nextBoolean())
      return new Body("multipart/form-data; boundary=x", multipart());
    var example = content.get(type).path("example");
    var text =
        !example.isMissingNode() && random.nextBoolean()
            ? text(nearly(example, random.nextInt(3) == 0 ? 0 : 0.1))
            : bodyText(resolved(content.get(type).path("schema")));
    return new Body(random.nextInt(20) == 0 ? "text/plain" : "application/json", text);
  }

  private String bodyText(JsonNode schema) {
    return switch (random.nextInt(12)) {
      case 0 -> "";
      case 1 -> "{";
      case 2 -> "[".repeat(2_000);
      case 3 -> "null";
      case 4 -> text(anything(0));
      case 5 -> "{\"" + one(TEXTS).replaceAll("[\"\\\\\\p{Cntrl}]", "") + "\":1}";
      default -> text(value(schema, 0, random.nextInt(3) == 0 ? 0.25 : 0.03));
    };
  }

  /** An example with some of its values changed. */
  private JsonNode nearly(JsonNode example, double wrong) {
    if (random.nextDouble() < wrong) return anything(2);
    if (example.isArray()) {
      var array = JSON.createArrayNode();
      example.forEach(one -> array.add(nearly(one, wrong)));
      return array;
    }
    if (!example.isObject()) return example;
    var object = JSON.createObjectNode();
    for (var property : example.properties())
      object.set(property.getKey(), nearly(property.getValue(), wrong));
    return object;
  }

  private String multipart() {
    return "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type:"
            .formatted(random.nextBoolean() ? "note.txt" : "../x\u0001.bin")
        + " text/plain\r\n\r\nMills run on ledgers "
        + random.nextInt()
        + "\r\n--x\r\nContent-Disposition: form-data; name=\"metadata\"\r\n\r\n"
        + (random.nextBoolean() ? "{\"title\":\"A note\"}" : bodyText(JSON.createObjectNode()))
        + "\r\n--x--\r\n";
  }

  /**
   * @param wrong chance of each value to be of another kind
   */
  private JsonNode value(JsonNode schema, int depth, double wrong) {
    if (depth > DEEPEST || random.nextDouble() < wrong) return anything(depth);
    var resolved = resolved(schema);
    if (resolved.has("enum"))
      return resolved.get("enum").get(random.nextInt(resolved.get("enum").size()));
    return switch (type(resolved)) {
      case "object" -> object(resolved, depth, wrong);
      case "array" -> {
        var array = JSON.createArrayNode();
        for (int i = random.nextInt(4); i > 0; i--)
          array.add(value(resolved.path("items"), depth + 1, wrong));
        yield array;
      }
      case "integer" -> JSON.createObjectNode().numberNode(random.nextInt(50));
      case "number" -> JSON.createObjectNode().numberNode(random.nextDouble());
      case "boolean" -> JSON.createObjectNode().booleanNode(random.nextBoolean());
      case "string" -> JSON.createObjectNode().stringNode(one(TEXTS));
      default -> anything(depth);
    };
  }

  private ObjectNode object(JsonNode schema, int depth, double wrong) {
    var object = JSON.createObjectNode();
    for (var property : schema.path("properties").properties())
      if (random.nextInt(5) > 0)
        object.set(property.getKey(), value(property.getValue(), depth + 1, wrong));
    if (schema.path("properties").isEmpty())
      for (int i = random.nextInt(4); i > 0; i--) object.set(one(TEXTS), anything(depth + 1));
    return object;
  }

  private JsonNode anything(int depth) {
    var of = JSON.createObjectNode();
    return switch (random.nextInt(depth > DEEPEST ? 4 : 6)) {
      case 0 -> of.nullNode();
      case 1 -> of.stringNode(one(TEXTS));
      case 2 -> JSON.readTree(one(NUMBERS.subList(0, 9)));
      case 3 -> of.booleanNode(random.nextBoolean());
      case 4 -> JSON.createArrayNode().add(anything(depth + 1)).add(anything(depth + 1));
      default -> of.set(one(TEXTS), anything(depth + 1));
    };
  }

  private String parameterValue(JsonNode schema) {
    return switch (random.nextInt(3)) {
      case 0 -> one(NUMBERS);
      case 1 -> one(TEXTS);
      default ->
          switch (type(schema)) {
            case "integer" -> Integer.toString(random.nextInt(30));
            case "boolean" -> "true";
            default -> one(TEXTS.subList(2, 7));
          };
    };
  }

  /** OpenAPI 3.1 writes several types as an array. */
  private static String type(JsonNode schema) {
    var type = schema.path("type");
    if (type.isArray()) return type.get(0).stringValue();
    return type.isString() ? type.stringValue() : schema.has("properties") ? "object" : "";
  }

  private JsonNode resolved(JsonNode schema) {
    var reference = schema.path("$ref");
    return reference.isString() ? docs.at(reference.stringValue().substring(1)) : schema;
  }

  private String one(List<String> choice) {
    return choice.get(random.nextInt(choice.size()));
  }

  private static String text(JsonNode node) {
    return JSON.writeValueAsString(node);
  }

  private static String encoded(String text) {
    var shorter = text.length() > 1_000 ? text.substring(0, 1_000) : text;
    return URLEncoder.encode(shorter, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
