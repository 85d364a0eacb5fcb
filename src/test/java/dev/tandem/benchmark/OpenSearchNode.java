package dev.tandem.benchmark;

import dev.tandem.library.Asset;
import dev.tandem.library.AssetText.Page;
import dev.tandem.library.Label;
import dev.tandem.taxonomy.Dimension;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** An OpenSearch node on this machine, to be asked the same as Tandem. */
final class OpenSearchNode {
  private static final String INDEX = "tandem-benchmark";
  private static final int BATCH = 500;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient client = HttpClient.newHttpClient();
  private final String url;

  OpenSearchNode(String url) {
    this.url = url;
  }

  void empty() throws IOException, InterruptedException {
    client.send(
        HttpRequest.newBuilder(URI.create(url + "/" + INDEX)).DELETE().build(),
        BodyHandlers.discarding());
    send(
        "PUT",
        "/" + INDEX,
        """
        {"settings": {"number_of_shards": 1, "number_of_replicas": 0, "refresh_interval": "-1"},
         "mappings": {"properties": {
           "title": {"type": "text", "analyzer": "english"},
           "description": {"type": "text", "analyzer": "english"},
           "body": {"type": "text", "analyzer": "english"},
           "type": {"type": "keyword"}, "stage": {"type": "keyword"},
           "industry": {"type": "keyword"}, "product": {"type": "keyword"},
           "competitor": {"type": "keyword"}, "persona": {"type": "keyword"},
           "audience": {"type": "keyword"}, "status": {"type": "keyword"}}}}""");
  }

  void fill(SyntheticLibrary library, int from, int to) throws IOException, InterruptedException {
    for (int start = from; start < to; start += BATCH) {
      var lines = new StringBuilder();
      library.each(start, Math.min(to, start + BATCH), (asset, pages) -> add(asset, pages, lines));
      send("POST", "/" + INDEX + "/_bulk", lines.toString());
    }
    send("POST", "/" + INDEX + "/_refresh", "");
  }

  private static void add(Asset asset, List<Page> pages, StringBuilder lines) {
    lines.append(JSON.writeValueAsString(Map.of("index", Map.of("_id", asset.id().value()))));
    lines.append('\n');
    lines.append(
        JSON.writeValueAsString(
            Map.ofEntries(
                Map.entry("title", asset.title().value()),
                Map.entry("description", asset.description().value()),
                Map.entry("body", pages.stream().map(Page::text).toList()),
                Map.entry("type", asset.type().value().id()),
                Map.entry("stage", asset.stages().stream().map(s -> s.value().id()).toList()),
                Map.entry("industry", terms(asset, Dimension.INDUSTRY)),
                Map.entry("product", terms(asset, Dimension.PRODUCT)),
                Map.entry("competitor", terms(asset, Dimension.COMPETITOR)),
                Map.entry("persona", terms(asset, Dimension.PERSONA)),
                Map.entry("audience", asset.audience().value().id()),
                Map.entry("status", asset.status().id()))));
    lines.append('\n');
  }

  private static List<String> terms(Asset asset, Dimension dimension) {
    return asset.terms(dimension).stream().map(Label::value).map(term -> term.label()).toList();
  }

  /** What {@code GET /api/v1/search} answers: ten hits with marked passages, total and facets. */
  HttpRequest search(String words) {
    var facets =
        List.of("type", "stage", "industry", "product", "competitor", "persona").stream()
            .map(
                field ->
                    "\"%s\": {\"terms\": {\"field\": \"%s\", \"size\": 100}}"
                        .formatted(field, field))
            .collect(Collectors.joining(", "));
    return HttpRequest.newBuilder(URI.create(url + "/" + INDEX + "/_search"))
        .header("Content-Type", "application/json")
        .POST(
            HttpRequest.BodyPublishers.ofString(
                """
                {"size": 10, "track_total_hits": true, "query": {"bool": {
                   "filter": [{"term": {"status": "published"}}],
                   "must": [{"multi_match": {"query": "%s", "type": "most_fields",
                             "fields": ["title^2", "description", "body"]}}]}},
                 "highlight": {"fields": {"body": {"number_of_fragments": 3}}},
                 "aggs": {%s}}"""
                    .formatted(words, facets)))
        .build();
  }

  private void send(String method, String path, String body)
      throws IOException, InterruptedException {
    var answer =
        client.send(
            HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() >= 300 || answer.body().contains("\"errors\":true"))
      throw new IOException(path + " answered " + answer.body());
  }
}
