package dev.tandem.embed;

import dev.tandem.deals.Opportunity;
import dev.tandem.deals.OpportunityId;
import dev.tandem.deals.Outcome;
import dev.tandem.identity.UserId;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.Term;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deals for tests of the sidebar. */
final class EmbedDeals {
  private EmbedDeals() {}

  /** An open one that nobody owns, with a committee of two. */
  static Opportunity open(String id, String name) {
    return ownedBy(null, id, name);
  }

  static Opportunity ownedBy(@Nullable UserId owner, String id, String name) {
    return new Opportunity(
        new OpportunityId(id),
        name,
        "Mill",
        null,
        null,
        null,
        List.of(new Term(Dimension.PERSONA, "CFO"), new Term(Dimension.PERSONA, "IT lead")),
        "Proposal/Price Quote",
        null,
        List.of(),
        List.of(),
        null,
        owner,
        null,
        null,
        Outcome.OPEN,
        null,
        null,
        null,
        Instant.now());
  }
}
