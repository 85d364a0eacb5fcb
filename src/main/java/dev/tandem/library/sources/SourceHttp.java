package dev.tandem.library.sources;

import dev.tandem.shared.Pause;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks a source over HTTP. What may pass (no answer, 429, 500 to 504) is tried again a few times.
 * Redirects are not followed here: who asks decides where they may lead.
 */
public final class SourceHttp {
  private static final int TRIES = 4;
  private static final int LARGEST_TEXT = 64 << 20;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(10))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final Pause pause;

  public SourceHttp(Pause pause) {
    this.pause = pause;
  }

  /** A body with what stands around it. */
  public record Answer(HttpResponse<InputStream> response) implements AutoCloseable {
    public int status() {
      return response.statusCode();
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /** As a whole in memory; for listings, not for files. */
    public byte[] bytes() throws IOException {
      var read = response.body().readNBytes(LARGEST_TEXT + 1);
      if (read.length > LARGEST_TEXT) throw new IOException("an answer of more than 64 MB");
      return read;
    }

    /**
     * Writes the body to a file.
     *
     * @throws IOException also when it is longer than {@code largest}
     */
    public void into(Path file, long largest) throws IOException {
      try (var out = Files.newOutputStream(file)) {
        var buffer = new byte[1 << 16];
        long written = 0;
        for (int read; (read = response.body().read(buffer)) >= 0; ) {
          written += read;
          if (written > largest) throw new IOException("it is larger than " + largest + " bytes");
          out.write(buffer, 0, read);
        }
      }
    }

    @Override
    public void close() {
      try {
        response.body().close();
      } catch (IOException alreadyGone) {
        // nothing more is wanted of it
      }
    }
  }

  public Answer get(URI uri, Map<String, String> headers) throws IOException {
    return ask("GET", uri, headers, null);
  }

  /**
   * @throws IOException when there is no answer after some tries
   * @throws SourceFailure when the program stops
   */
  public Answer ask(String method, URI uri, Map<String, String> headers, @Nullable String body)
      throws IOException {
    var wait = Duration.ofSeconds(1);
    for (int attempt = 1; ; attempt++) {
      var request =
          HttpRequest.newBuilder(uri)
              .timeout(Duration.ofSeconds(30))
              .method(
                  method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
      headers.forEach(request::header);
      var next = wait;
      try {
        var answer = new Answer(client.send(request.build(), BodyHandlers.ofInputStream()));
        boolean mayPass = answer.status() == 429 || answer.status() >= 500 && answer.status() < 505;
        if (!mayPass || attempt == TRIES) return answer;
        next = asked(answer, wait);
        answer.close();
      } catch (IOException e) {
        if (attempt == TRIES) throw e;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw SourceFailure.unreachable("Tandem stops", e);
      }
      if (!pause.take(next)) throw SourceFailure.unreachable("Tandem stops", null);
      wait = wait.multipliedBy(3);
    }
  }

  private static Duration asked(Answer answer, Duration otherwise) {
    var text = answer.header("Retry-After").strip();
    if (!text.matches("\\d{1,6}")) return otherwise;
    var asked = Duration.ofSeconds(Long.parseLong(text));
    return asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
  }
}
