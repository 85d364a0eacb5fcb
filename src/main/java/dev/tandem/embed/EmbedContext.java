package dev.tandem.embed;

import dev.tandem.deals.OpportunityId;
import dev.tandem.embed.context.DealHint;
import dev.tandem.identity.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a sidebar token stands for.
 *
 * @param deal may be unknown to Tandem, or null
 * @param hint what the CRM said of the deal
 * @param surface the tenant whose CRM shows it, or {@link #API} or {@link #SIGN_IN}
 * @param since when the sitting began; renewals do not change it
 */
record EmbedContext(
    UserId rep, @Nullable OpportunityId deal, DealHint hint, String surface, Instant since) {
  /** Somebody's API token asked for it. */
  static final String API = "api";

  /** Somebody signed in for it. */
  static final String SIGN_IN = "sign-in";

  EmbedContext(UserId rep, @Nullable OpportunityId deal, Instant since) {
    this(rep, deal, DealHint.NOTHING, API, since);
  }
}
