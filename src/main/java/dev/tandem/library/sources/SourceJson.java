package dev.tandem.library.sources;

import dev.tandem.library.sources.SourceHttp.Answer;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON of services, and the forms their token endpoints take. */
public final class SourceJson {
  private SourceJson() {}

  /**
   * @throws IOException when it is no whole JSON text
   */
  public static JsonNode read(Answer answer) throws IOException {
    try {
      return JsonMapper.shared().readTree(answer.bytes());
    } catch (JacksonException half) {
      throw new IOException("no whole JSON text", half);
    }
  }

  /** Empty for null and what is missing. */
  public static String text(JsonNode value) {
    return value.isValueNode() && !value.isNull() ? value.asString() : "";
  }

  public static String form(Map<String, String> values) {
    return values.entrySet().stream()
        .map(
            each ->
                each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** A token endpoint's refusal, without what was sent there. */
  public static SourceFailure noToken(String service, int status, JsonNode answer) {
    var why = text(answer.path("error_description"));
    return SourceFailure.refused(
        service
            + " gives no token: "
            + status
            + " "
            + (why.isEmpty() ? text(answer.path("error")) : why),
        "Check the credentials of this source (docs/connecting.md).");
  }
}
