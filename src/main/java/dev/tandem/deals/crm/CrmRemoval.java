package dev.tandem.deals.crm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A deal that is no more in the CRM.
 *
 * @param at when it was deleted, by the CRM's clock
 * @param mergedInto the deal that took it over, or null
 */
public record CrmRemoval(String id, Instant at, @Nullable String mergedInto) {}
