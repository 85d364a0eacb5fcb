package dev.tandem.deals.ui;

import dev.tandem.deals.Opportunity;
import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.Role;
import org.springframework.stereotype.Component;

/**
 * Who may change which deal: its owner, and administrators; a deal without owner is everybody's.
 */
@Component
public class DealRights {
  private final CurrentUser currentUser;

  DealRights(CurrentUser currentUser) {
    this.currentUser = currentUser;
  }

  public boolean mayEdit(Opportunity deal) {
    var user = currentUser.get().orElse(null);
    if (user == null) return false;
    return user.role() == Role.ADMINISTRATOR
        || deal.owner() == null
        || user.id().equals(deal.owner());
  }

  /** Whether deals may be brought in by file, which may replace those of others. */
  public boolean mayImport() {
    return currentUser.get().map(user -> user.role() != Role.REP).orElse(false);
  }
}
