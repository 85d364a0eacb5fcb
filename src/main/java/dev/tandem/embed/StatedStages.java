package dev.tandem.embed;

import dev.tandem.deals.Opportunities;
import dev.tandem.deals.Opportunity;
import dev.tandem.identity.Role;
import dev.tandem.identity.UserId;
import dev.tandem.identity.Users;
import dev.tandem.taxonomy.JourneyStage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** States where the buyer stands; for owners, for administrators, and where nobody is the owner. */
@Component
class StatedStages {
  private final Opportunities opportunities;
  private final Users users;

  StatedStages(Opportunities opportunities, Users users) {
    this.opportunities = opportunities;
    this.users = users;
  }

  boolean mayCorrect(UserId rep, Opportunity deal) {
    return deal.owner() == null
        || deal.owner().equals(rep)
        || users
            .find(rep)
            .filter(account -> account.user().role() == Role.ADMINISTRATOR)
            .isPresent();
  }

  /**
   * @param stage null: the CRM's stage counts again
   */
  void state(Opportunity deal, @Nullable JourneyStage stage) {
    opportunities.save(deal.withStageOverride(stage));
  }
}
