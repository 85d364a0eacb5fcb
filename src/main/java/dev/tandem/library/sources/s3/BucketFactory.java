package dev.tandem.library.sources.s3;

import dev.tandem.library.sources.ContentSource;
import dev.tandem.library.sources.ContentSourceFactory;
import dev.tandem.library.sources.SourceAccess;
import dev.tandem.library.sources.SourceHttp;
import dev.tandem.shared.Pause;
import java.net.URI;
import java.time.Clock;
import org.springframework.stereotype.Component;

@Component
class BucketFactory implements ContentSourceFactory {
  private final Pause pause;
  private final Clock clock;

  BucketFactory(Pause pause, Clock clock) {
    this.pause = pause;
    this.clock = clock;
  }

  @Override
  public String type() {
    return "s3";
  }

  @Override
  public ContentSource open(String name, SourceAccess access) {
    var own = access.url();
    var url = own != null ? own : URI.create("https://s3." + access.region() + ".amazonaws.com");
    var signature =
        new SignatureV4(
            access.region(),
            access.required(access.user(), "user"),
            access.required(access.password(), "password"));
    return new Bucket(new SourceHttp(pause), signature, access, url, clock);
  }
}
