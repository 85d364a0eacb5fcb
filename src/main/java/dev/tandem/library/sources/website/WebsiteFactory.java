package dev.tandem.library.sources.website;

import dev.tandem.library.sources.ContentSource;
import dev.tandem.library.sources.ContentSourceFactory;
import dev.tandem.library.sources.SourceAccess;
import dev.tandem.library.sources.SourceHttp;
import dev.tandem.shared.Pause;
import org.springframework.stereotype.Component;

@Component
class WebsiteFactory implements ContentSourceFactory {
  private final Pause pause;

  WebsiteFactory(Pause pause) {
    this.pause = pause;
  }

  @Override
  public String type() {
    return "website";
  }

  @Override
  public ContentSource open(String name, SourceAccess access) {
    var site = access.required(access.url(), "url");
    var guard = new AddressGuard(site, access.privateNetwork());
    var visitor = new PoliteVisitor(new SourceHttp(pause), guard, pause, access.pace());
    return new Website(site, access, visitor, guard);
  }
}
