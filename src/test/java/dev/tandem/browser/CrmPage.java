package dev.tandem.browser;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Stands for a CRM: a page of another site with a deal and, beside it, a frame. */
final class CrmPage implements AutoCloseable {
  private final HttpServer server;
  private volatile String content = "";

  CrmPage() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/",
        exchange -> {
          var page =
              ("<!doctype html><title>CRM</title><h1>Deal</h1>" + content)
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/html;charset=UTF-8");
          exchange.sendResponseHeaders(200, page.length);
          try (var body = exchange.getResponseBody()) {
            body.write(page);
          }
        });
    server.start();
  }

  /** Its address for the browser; not the one of Tandem, which is "localhost" there. */
  String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The address of the page that shows this in its frame. */
  String around(String address) {
    content = frame(address);
    return origin() + "/";
  }

  /** Likewise, of a page that answers the frame's first word with its colours. */
  String telling(String address, String colours) {
    content =
        frame(address)
            + """
            <script>
              addEventListener('message', ({ source, data }) => {
                if (data.type === 'tandem:ready') source.postMessage({ type: 'tandem:theme', ...%s }, '*');
              });
            </script>"""
                .formatted(colours);
    return origin() + "/";
  }

  /** The address of the page that posts a form field into its frame, as Canvas does. */
  String posting(String action, String field, String value) {
    content =
        frame("about:blank")
            + "<form method=\"post\" target=\"tandem\" action=\"%s\"><input type=\"hidden\" name=\"%s\" value=\"%s\"></form><script>document.forms[0].submit()</script>"
                .formatted(action, field, value);
    return origin() + "/";
  }

  private static String frame(String address) {
    return "<iframe id=\"tandem\" name=\"tandem\" src=\"%s\" width=\"400\" height=\"760\" allow=\"clipboard-write\"></iframe>"
        .formatted(address.replace("&", "&amp;"));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
