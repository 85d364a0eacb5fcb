package dev.tandem.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tandem's API, as a client of a company would call it. */
final class Api {
  private final RestClient client;

  Api(String address, String token) {
    this.client =
        RestClient.builder()
            .baseUrl(address)
            .defaultHeaders(headers -> headers.setBearerAuth(token))
            .build();
  }

  void upload(Piece piece) {
    var parts = new LinkedMultiValueMap<String, Object>();
    parts.add("metadata", JsonMapper.shared().writeValueAsString(Map.of("id", piece.id())));
    parts.add("file", file(piece));
    var answer =
        client
            .post()
            .uri("/api/v1/assets")
            .contentType(MediaType.MULTIPART_FORM_DATA)
            .body(parts)
            .retrieve()
            .body(JsonNode.class);
    assertThat(answer.get("id").stringValue()).isEqualTo(piece.id());
  }

  private static ByteArrayResource file(Piece piece) {
    return new ByteArrayResource(piece.bytes()) {
      @Override
      public String getFilename() {
        return piece.fileName();
      }
    };
  }

  void append(EventBatch batch) {
    var answer =
        client
            .post()
            .uri("/api/v1/events")
            .contentType(MediaType.APPLICATION_JSON)
            .body(batch.events(Instant.now().toString()))
            .retrieve()
            .body(JsonNode.class);
    int accepted = answer.get("accepted").intValue();
    int repeated = answer.get("repeated").intValue();
    assertThat(List.of(accepted, repeated))
        .as("a batch is new or known as a whole: %s", answer)
        .containsExactlyInAnyOrder(batch.size(), 0);
  }

  /** The ids of what is found. */
  List<String> search(String words) {
    return get("/api/v1/search?limit=5&q=" + words)
        .get("items")
        .valueStream()
        .map(item -> item.get("asset").get("id").stringValue())
        .toList();
  }

  /** How the index stands: assets, revision, lag, building. */
  JsonNode index() {
    return get("/actuator/health").get("components").get("searchIndex").get("details");
  }

  /** How often the asset of the events was used, as the report counts it. */
  long usesOfTheManual() {
    return get("/api/v1/insight/content-performance?by=asset")
        .get("rows")
        .valueStream()
        .filter(row -> row.get("key").stringValue().equals(EventBatch.ASSET))
        .mapToLong(row -> row.get("uses").longValue())
        .sum();
  }

  private JsonNode get(String path) {
    return client.get().uri(path).retrieve().body(JsonNode.class);
  }
}
