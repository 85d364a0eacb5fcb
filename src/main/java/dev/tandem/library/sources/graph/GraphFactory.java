package dev.tandem.library.sources.graph;

import dev.tandem.library.sources.ContentSource;
import dev.tandem.library.sources.ContentSourceFactory;
import dev.tandem.library.sources.SourceAccess;
import dev.tandem.library.sources.SourceHttp;
import dev.tandem.shared.Pause;
import java.net.URI;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Opens a drive as an application: client credentials of the tenant. */
@Component
class GraphFactory implements ContentSourceFactory {
  private static final URI SERVICE = URI.create("https://graph.microsoft.com");
  private static final URI LOGIN = URI.create("https://login.microsoftonline.com");

  private final Pause pause;

  GraphFactory(Pause pause) {
    this.pause = pause;
  }

  @Override
  public String type() {
    return "sharepoint";
  }

  /** With a url of its own (a national cloud, a test) both services are looked for there. */
  @Override
  public ContentSource open(String name, SourceAccess access) {
    var service = Objects.requireNonNullElse(access.url(), SERVICE);
    var login = Objects.requireNonNullElse(access.url(), LOGIN);
    return new GraphDrive(new SourceHttp(pause), service, login, access);
  }
}
