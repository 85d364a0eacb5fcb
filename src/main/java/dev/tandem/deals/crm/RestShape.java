package dev.tandem.deals.crm;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a CRM without an adapter of its own is asked, and where in its answers things stand. Places
 * are JSON pointers (RFC 6901), such as {@code /list} or {@code /attributes/amount}.
 *
 * @param path what is asked, below the url of the source
 * @param query parameters behind it such as {@code maxSize={limit}&offset={offset}}, not encoded
 *     yet, with {@code {since}}, {@code {offset}}, {@code {page}}, {@code {cursor}} and {@code
 *     {limit}} filled in; those whose place is empty are left out
 * @param header the header that carries the token, {@code Authorization} unless another is named
 * @param headerValue its value with {@code {token}} filled in
 * @param paging {@code modified} (the records are sorted by their last change, and the next page
 *     asks from the last one's on: safe while people work), {@code page} (from 1), {@code cursor},
 *     {@code link} or {@code none}
 * @param limit records a page
 * @param records where the array of records stands
 * @param next where the next cursor or link stands, for those pagings
 * @param id where in a record its id stands
 * @param modified where the moment of its last change stands
 * @param modifiedFormat how moments are written in {@code {since}}: {@code iso} or a pattern of
 *     {@code java.time.format.DateTimeFormatter}; read are all usual ways
 * @param deleted where a mark stands that says the record is deleted; null where there is none
 * @param mergedInto where in a deleted record the deal stands that took it over; null where the CRM
 *     does not tell
 * @param removals a list of deletions, or null
 * @param comparison how to find deletions that nothing tells of, or null
 * @param values places in a record by the name they shall have as a field; top-level values are
 *     fields by their own name anyway
 * @param columns which field usually fills which column of a deal
 */
public record RestShape(
    String path,
    @DefaultValue("") String query,
    @DefaultValue("Authorization") String header,
    @DefaultValue("Bearer {token}") String headerValue,
    @DefaultValue("modified") String paging,
    @DefaultValue("200") int limit,
    @DefaultValue("") String records,
    @Nullable String next,
    @DefaultValue("/id") String id,
    @DefaultValue("/modifiedAt") String modified,
    @DefaultValue("iso") String modifiedFormat,
    @Nullable String deleted,
    @Nullable String mergedInto,
    @Nullable RestRemovals removals,
    @Nullable RestComparison comparison,
    @DefaultValue Map<String, String> values,
    @DefaultValue Map<String, String> columns) {

  /** Another list of the same CRM, asked and dated in the same way. */
  RestShape listing(
      String path,
      String query,
      String paging,
      int limit,
      String records,
      @Nullable String next,
      String id,
      String modified) {
    return new RestShape(
        path,
        query,
        header,
        headerValue,
        paging,
        limit,
        records,
        next,
        id,
        modified,
        modifiedFormat,
        null,
        null,
        null,
        null,
        Map.of(),
        Map.of());
  }
}
