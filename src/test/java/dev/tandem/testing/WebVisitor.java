package dev.tandem.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Visits the program over HTTP as a browser would: keeps cookies, but follows no redirect. */
public final class WebVisitor implements AutoCloseable {
  private final int port;
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  public WebVisitor(int port) {
    this.port = port;
  }

  public HttpResponse<String> get(String path, String... headers) {
    return send(path, headers, HttpRequest.Builder::GET);
  }

  public HttpResponse<String> post(String path, HttpRequest.BodyPublisher body, String... headers) {
    return send(path, headers, request -> request.POST(body));
  }

  public HttpResponse<String> put(String path, HttpRequest.BodyPublisher body, String... headers) {
    return send(path, headers, request -> request.PUT(body));
  }

  /** Fills in the sign-in form and submits it. */
  public HttpResponse<String> signIn(String user, String password) {
    get("/login");
    var fields = new LinkedHashMap<String, String>();
    fields.put("username", user);
    fields.put("password", password);
    return postForm("/login", fields, "Sec-Fetch-Site", "same-origin");
  }

  public HttpResponse<String> postForm(String path, Map<String, String> fields, String... headers) {
    var body =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    var all = new ArrayList<>(List.of("Content-Type", "application/x-www-form-urlencoded"));
    all.addAll(List.of(headers));
    return post(path, HttpRequest.BodyPublishers.ofString(body), all.toArray(String[]::new));
  }

  public HttpResponse<String> send(
      String method, String path, HttpRequest.BodyPublisher body, String... headers) {
    return send(path, headers, request -> request.method(method, body));
  }

  private HttpResponse<String> send(
      String path, String[] headers, Consumer<HttpRequest.Builder> method) {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    if (headers.length > 0) request.headers(headers);
    method.accept(request);
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    client.close();
  }
}
