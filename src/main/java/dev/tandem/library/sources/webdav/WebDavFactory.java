package dev.tandem.library.sources.webdav;

import dev.tandem.library.sources.ContentSource;
import dev.tandem.library.sources.ContentSourceFactory;
import dev.tandem.library.sources.SourceAccess;
import dev.tandem.library.sources.SourceHttp;
import dev.tandem.shared.Pause;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class WebDavFactory implements ContentSourceFactory {
  private final Pause pause;

  WebDavFactory(Pause pause) {
    this.pause = pause;
  }

  @Override
  public String type() {
    return "webdav";
  }

  @Override
  public ContentSource open(String name, SourceAccess access) {
    var url = access.required(access.url(), "url");
    var root = URI.create(url.toString().replaceAll("/*$", "/"));
    return new WebDav(new SourceHttp(pause), root, signIn(access), access.largest());
  }

  private static Map<String, String> signIn(SourceAccess access) {
    if (access.user() == null) return Map.of();
    var both = access.user() + ":" + access.required(access.password(), "password");
    var encoded = Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    return Map.of("Authorization", "Basic " + encoded);
  }
}
