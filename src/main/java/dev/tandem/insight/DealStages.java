package dev.tandem.insight;

import dev.tandem.deals.Opportunities;
import dev.tandem.deals.Opportunity;
import dev.tandem.deals.Outcome;
import dev.tandem.taxonomy.JourneyStage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Where the open deals stand now. */
@Component
class DealStages {
  private final Opportunities opportunities;

  DealStages(Opportunities opportunities) {
    this.opportunities = opportunities;
  }

  /** Open deals by the buyer's stage; those of unknown stage are left out. */
  Map<JourneyStage, List<Opportunity>> open(KnownDeals.Deals known) {
    var open = new EnumMap<JourneyStage, List<Opportunity>>(JourneyStage.class);
    for (var deal : known.byId().values()) {
      if (deal.outcome() != Outcome.OPEN) continue;
      var stage = opportunities.stageOf(deal).stage();
      if (stage != null) open.computeIfAbsent(stage, unknown -> new ArrayList<>()).add(deal);
    }
    return open;
  }
}
