package dev.tandem.deals.crm;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * For CRMs that tell nobody what was deleted: now and then all ids are listed, and what is not
 * among them is gone. The list goes by id, each page from behind the last id of the one before, so
 * that a deal that is deleted meanwhile shifts no other out of sight.
 *
 * @param every how long after a comparison the next one may start
 * @param path null: that of the deals
 * @param query with {@code {after}} for the last id of the page before (0 at first) and {@code
 *     {limit}} filled in; sorted by id, smallest first
 * @param limit ids a page
 */
public record RestComparison(
    @DefaultValue("1d") Duration every,
    @Nullable String path,
    String query,
    @DefaultValue("200") int limit) {
  public RestComparison {
    if (!every.isPositive())
      throw new IllegalArgumentException("rest.comparison.every must be longer than nothing");
    if (!query.contains("{after}"))
      throw new IllegalArgumentException("rest.comparison.query must ask from {after} on");
    if (limit < 1) throw new IllegalArgumentException("rest.comparison.limit must be at least 1");
  }
}
