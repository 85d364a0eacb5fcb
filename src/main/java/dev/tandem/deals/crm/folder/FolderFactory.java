package dev.tandem.deals.crm.folder;

import dev.tandem.deals.crm.CrmAccess;
import dev.tandem.deals.crm.CrmGateway;
import dev.tandem.deals.crm.CrmGatewayFactory;
import dev.tandem.shared.TandemHome;
import java.time.Clock;
import java.util.Objects;
import org.springframework.stereotype.Component;

@Component
class FolderFactory implements CrmGatewayFactory {
  private final TandemHome home;
  private final Clock clock;

  FolderFactory(TandemHome home, Clock clock) {
    this.home = home;
    this.clock = clock;
  }

  @Override
  public String type() {
    return "folder";
  }

  @Override
  public CrmGateway open(String source, CrmAccess access) {
    var own = home.data().resolve("sync").resolve(source);
    return new FolderGateway(Objects.requireNonNullElse(access.folder(), own), clock);
  }
}
