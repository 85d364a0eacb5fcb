package dev.tandem.embed;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Recommendations for a CRM that draws them itself; they count as shown in the sidebar. */
@Component
class CardSlates {
  private static final int SLOTS = 3;

  private final SidebarSlates slates;
  private final Clock clock;

  CardSlates(SidebarSlates slates, Clock clock) {
    this.slates = slates;
    this.clock = clock;
  }

  CardSlate of(EmbedContext context) {
    var slate = slates.recommend(context, "", null, SLOTS);
    var stage = slate.stage().stage();
    return new CardSlate(
        slate.id(),
        stage == null ? null : stage.id(),
        slates.deal(context).isPresent(),
        slate.items().stream()
            .map(
                item ->
                    new CardSlate.Item(
                        item.asset().id().value(),
                        item.asset().title().value(),
                        item.asset().type().value().id(),
                        item.reasons().stream().map(reason -> reason.text()).toList()))
            .toList());
  }

  Instant now() {
    return clock.instant();
  }
}
