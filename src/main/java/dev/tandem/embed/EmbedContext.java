package dev.tandem.embed;

import dev.tandem.deals.OpportunityId;
import dev.tandem.identity.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a sidebar token stands for.
 *
 * @param deal may be unknown to Tandem, or null
 * @param since when the sitting began; renewals do not change it
 */
record EmbedContext(UserId rep, @Nullable OpportunityId deal, Instant since) {}
