package dev.tandem.library.sources.drive;

import dev.tandem.library.sources.ContentSource;
import dev.tandem.library.sources.ContentSourceFactory;
import dev.tandem.library.sources.SourceAccess;
import dev.tandem.library.sources.SourceHttp;
import dev.tandem.shared.Pause;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Opens what is shared with a service account, or one shared drive. */
@Component
class DriveFactory implements ContentSourceFactory {
  private static final URI SERVICE = URI.create("https://www.googleapis.com");

  private final Pause pause;
  private final Clock clock;

  DriveFactory(Pause pause, Clock clock) {
    this.pause = pause;
    this.clock = clock;
  }

  @Override
  public String type() {
    return "google-drive";
  }

  @Override
  public ContentSource open(String name, SourceAccess access) {
    var http = new SourceHttp(pause);
    var key = access.required(access.privateKey(), "private-key");
    var url = Objects.requireNonNullElse(access.url(), SERVICE);
    return new GoogleDrive(http, new DriveToken(http, key, clock), url, access);
  }
}
