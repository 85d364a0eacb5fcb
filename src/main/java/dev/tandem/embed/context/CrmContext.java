package dev.tandem.embed.context;

import dev.tandem.deals.OpportunityId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a CRM proved.
 *
 * @param users the names of who looks, the surest first: id, user name, e-mail address
 * @param deal null where none is open
 * @param drawn whether the CRM draws the first recommendations itself and wants them at once
 */
public record CrmContext(
    List<String> users, @Nullable OpportunityId deal, DealHint hint, boolean drawn) {
  public CrmContext {
    users = List.copyOf(users);
  }

  CrmContext(List<String> users, @Nullable OpportunityId deal, DealHint hint) {
    this(users, deal, hint, false);
  }
}
