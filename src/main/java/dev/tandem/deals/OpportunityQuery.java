package dev.tandem.deals;

import dev.tandem.identity.UserId;
import dev.tandem.taxonomy.JourneyStage;
import org.jspecify.annotations.Nullable;

/**
 * Which deals to list. What is null or empty does not restrict.
 *
 * @param text words of the name, account or id
 * @param stage the buyer's stage as {@link Opportunities#stageOf} reads it
 * @param offset 0 or more
 * @param limit 1 to 1,000
 */
public record OpportunityQuery(
    @Nullable UserId owner,
    @Nullable Outcome outcome,
    @Nullable JourneyStage stage,
    String text,
    Sort sort,
    boolean descending,
    int offset,
    int limit) {

  /** What the list is ordered by; deals without a value come last. */
  public enum Sort {
    CHANGED("changed_at"),
    NAME("lower(name)"),
    ACCOUNT("lower(account)"),
    AMOUNT("amount"),
    CREATED("created_on"),
    CLOSED("closed_on"),
    OWNER("owner"),
    SALES_STAGE("lower(sales_stage)");

    final String column;

    Sort(String column) {
      this.column = column;
    }
  }

  public static final OpportunityQuery ALL =
      new OpportunityQuery(null, null, null, "", Sort.CHANGED, true, 0, 50);

  public OpportunityQuery {
    text = text.strip();
    if (offset < 0) throw new IllegalArgumentException("offset below 0: " + offset);
    if (limit < 1 || limit > 1000)
      throw new IllegalArgumentException("limit outside 1 to 1,000: " + limit);
  }

  public OpportunityQuery page(int newOffset, int newLimit) {
    return new OpportunityQuery(owner, outcome, stage, text, sort, descending, newOffset, newLimit);
  }
}
