package dev.tandem.deals;

import java.util.Set;

/**
 * Said after commit when deals or their stage history changed.
 *
 * @param deals which; empty when it may be any of them (the stage map changed)
 */
public record OpportunitiesChanged(Set<OpportunityId> deals) {
  public OpportunitiesChanged {
    deals = Set.copyOf(deals);
  }
}
