package dev.tandem.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts a sentence and an example to each call of the description, from {@code examples.json}. */
@Component
@ConditionalOnWebApplication
class ApiExamples implements OpenApiCustomizer {
  private final JsonNode examples;

  ApiExamples(JsonMapper json) {
    try (var file = new ClassPathResource("dev/tandem/api/examples.json").getInputStream()) {
      examples = json.readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void customise(OpenAPI api) {
    if (api.getPaths() == null) return;
    api.getPaths()
        .forEach(
            (path, calls) ->
                calls
                    .readOperationsMap()
                    .forEach((method, call) -> describe(examples.path(method + " " + path), call)));
  }

  private static void describe(JsonNode example, Operation call) {
    if (call.getSummary() == null && example.has("summary"))
      call.setSummary(example.get("summary").stringValue());
    var body = call.getRequestBody();
    if (body == null || body.getContent() == null || !example.has("body")) return;
    var json = body.getContent().get("application/json");
    // as plain values: the description is written by another generation of Jackson
    if (json != null)
      json.setExample(JsonMapper.shared().convertValue(example.get("body"), Object.class));
  }
}
