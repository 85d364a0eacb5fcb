package dev.tandem.feedback.sharing;

import dev.tandem.feedback.Shares;
import dev.tandem.library.Asset;
import dev.tandem.library.Assets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Finds what a link may show now: it ends with the asset, and with its own time. A link to a merged
 * copy shows what was kept.
 */
@Component
class SharedContent {

  /** What became of a link. */
  sealed interface Found {
    record Content(Asset asset) implements Found {}

    /** It led somewhere once. */
    record Ended() implements Found {}

    record Unknown() implements Found {}
  }

  private final Shares shares;
  private final Assets assets;
  private final Clock clock;
  private final Duration life;

  SharedContent(
      Shares shares,
      Assets assets,
      Clock clock,
      @Value("${tandem.sharing.link-life:180d}") Duration life) {
    this.shares = shares;
    this.assets = assets;
    this.clock = clock;
    this.life = life;
  }

  Found find(String share) {
    var link = shares.link(share);
    if (link.isEmpty()) return new Found.Unknown();
    var asset = assets.find(assets.keptFor(link.get().asset())).filter(this::mayBeSeen);
    boolean old = link.get().at().plus(life).isBefore(clock.instant());
    return asset.isEmpty() || old ? new Found.Ended() : new Found.Content(asset.get());
  }

  Optional<Asset> content(String share) {
    return find(share) instanceof Found.Content(var asset) ? Optional.of(asset) : Optional.empty();
  }

  private boolean mayBeSeen(Asset asset) {
    return asset.buyerSafe() && asset.stateOn(LocalDate.now(clock)).recommendable();
  }
}
