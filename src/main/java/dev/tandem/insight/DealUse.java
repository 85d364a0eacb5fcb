package dev.tandem.insight;

import dev.tandem.deals.OpportunityId;
import java.time.Instant;

/** That some of a row's content was used on a deal: how often, and when last. */
public record DealUse(OpportunityId deal, long uses, long shares, Instant last) {}
