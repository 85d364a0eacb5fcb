package dev.tandem.deals.crm;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A list of what was deleted or merged, for CRMs that keep one; it is asked behind each scan for
 * what came since the scan before. The parts mean what they mean in {@link RestShape}.
 *
 * @param at where the moment of the deletion stands
 * @param mergedInto where the deal stands that took it over; null where the CRM does not tell
 */
public record RestRemovals(
    String path,
    @DefaultValue("") String query,
    @DefaultValue("none") String paging,
    @DefaultValue("200") int limit,
    @DefaultValue("") String records,
    @Nullable String next,
    @DefaultValue("/id") String id,
    @DefaultValue("/deletedAt") String at,
    @Nullable String mergedInto) {

  /** The same list as it is read. */
  public RestShape listing(RestShape deals) {
    return deals.listing(path, query, paging, limit, records, next, id, at);
  }
}
