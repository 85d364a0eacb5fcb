package dev.tandem.insight;

import java.util.Locale;

/**
 * What every figure of the reports means: the one place that hints in the UI, the page of the
 * documentation and the API take it from. Raise {@link #VERSION} when a formula changes.
 */
public enum Metric {
  SERVED("Listed", "times it stood on a list that was composed for somebody", "count", ""),
  IMPRESSIONS("Seen", "times it was really visible on a list", "count", ""),
  OPENS("Opened", "times a rep opened it", "count", ""),
  SHARES("Sent", "times a rep sent it to a buyer", "count", ""),
  BUYER_VIEWS("Buyer views", "times a buyer looked at what was sent", "count", ""),
  USES(
      "Uses",
      "opened + downloaded + link copied + sent",
      "count",
      "Seeing and judging are no uses. A use counts at the stage the deal had at that moment."),
  USERS(
      "Users",
      "different reps with at least one use",
      "people",
      "Below five only “fewer than 5” is shown where figures are about people."),
  USE_RATE(
      "Use rate",
      "lists from which it was used ÷ lists on which it was seen",
      "share, Wilson interval of 95 %",
      "A good rank raises it, whatever the asset is worth."),
  AGAINST_RANK(
      "Against its rank",
      "use rate − average use rate of the positions at which it was seen",
      "points",
      "The average is that of all assets at the same position (20 and below as one). Called better or"
          + " worse only when the interval of the use rate lies wholly on one side, from 20 lists on."),
  HELPFUL("Helpful", "helpful ratings ÷ all ratings", "share, Wilson interval of 95 %", ""),
  REASONS(
      "Reasons", "reasons given with not-helpful ratings and dismissals", "count by reason", ""),
  DEALS(
      "Deals",
      "deals on which it was used on the days, as they stand now: won, lost, open",
      "count",
      ""),
  WIN_RATE(
      "Win rate",
      "deals won ÷ deals won or lost, of those that used it on the days",
      "share, Wilson interval of 95 %",
      "An association, not an effect."),
  WIN_RATE_DIFFERENCE(
      "Win-rate difference",
      "win rate with the asset − win rate without it, of deals closed on the days, averaged over"
          + " strata of stage reached, size and segment with the weights of Mantel and Haenszel",
      "points, score interval of 95 % (Sato's variance); over all deals that of Newcombe",
      "An association, not an effect. Strata are made coarser while there are too few deals; below"
          + " ten comparable decided deals on each side: “not enough deals yet”. When many assets are"
          + " compared, estimates are drawn toward each other (hierarchical normal model), and a"
          + " difference is said to stand out only within a false-discovery rate of 5 % (Benjamini"
          + " and Hochberg). Cautions are given for use when the deal was practically decided, for"
          + " deals too short to have seen it, and for differences that deals alike do not show."),
  EFFECT(
      "Effect",
      "rate where the lot said so − rate where it said otherwise: slates of the model in use against"
          + " held-out days of reps; slates on which something was tried out against those on which"
          + " it might have been; slates on which one asset was shown by lot against those on which the"
          + " lot passed it over; each by the inverse of its chance; two models that pick in turn",
      "points, interval of 95 % by the spread between days of reps, for one look",
      "Only what was drawn by lot is called an effect. Below 30 days of reps a side, 20 results or,"
          + " for an asset, 30 tries and 10 uses: “not enough data yet”. An asset's effect is that of giving it the"
          + " fourth place, on its own use and on that of the whole list (interval with two more days"
          + " a side, Agresti and Caffo); of those called so at most 5 % are expected to be chance"
          + " (Benjamini and Hochberg). Lists from before Tandem logged what might have been shown"
          + " are left out of it."),
  INFLUENCED_REVENUE(
      "Influenced revenue",
      "amounts of deals won on the days, shared out among the touches (sent, seen by the buyer)"
          + " within the window before the close, by the named attribution",
      "money by currency",
      "A convention for sharing out, not an effect. Credits of one deal sum to its amount, to the"
          + " cent. Deals without a touch or an amount give no credit."),
  INFLUENCED_PIPELINE(
      "Influenced pipeline",
      "the same for open deals, as if they closed now",
      "money by currency",
      "A convention for sharing out, not a forecast."),
  STAGE_OF_USE(
      "Used at",
      "stage with most of its uses, beside the stages it was made for",
      "stage",
      "From five uses at known stages on."),
  COST(
      "Cost and return",
      "cost as the library states it; return = influenced revenue ÷ cost in the same currency",
      "money, ratio",
      "Only where a cost is known."),
  LIBRARY_USED(
      "Library used",
      "live assets with a use on the days ÷ live assets",
      "share",
      "Live is what may be recommended today: published and not expired."),
  DEALS_SERVED(
      "Open deals with content",
      "open deals with a use on the days ÷ open deals",
      "share",
      "Open is as of now, also for the period before."),
  FIRST_USE(
      "Time to first use",
      "median time from a search or an opened deal to the first use of what was shown",
      "time",
      "Only of lists from which something was used."),
  SEARCHES_WITHOUT_USE(
      "Searches without a use",
      "searches with words from which nothing was used ÷ searches with words",
      "share",
      "Half-typed words on the way to others within a minute are no search."),
  COVERAGE(
      "Coverage",
      "cells of stage × persona with a live asset ÷ all cells",
      "share",
      "Personas are those that live assets or open deals name. An asset without a persona fills"
          + " none. As of now, also for the period before."),
  FRESHNESS(
      "Freshness",
      "uses on a day on which the asset was neither expired nor past its review date ÷ uses",
      "share",
      "By the dates and the status that the library states today; uses of drafts and of archived or"
          + " deleted assets count as not fresh.");

  /** Of all definitions together. */
  public static final int VERSION = 4;

  private final String label;
  private final String formula;
  private final String unit;
  private final String caveat;

  Metric(String label, String formula, String unit, String caveat) {
    this.label = label;
    this.formula = formula;
    this.unit = unit;
    this.caveat = caveat;
  }

  /** The name in the API. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name for people. */
  public String label() {
    return label;
  }

  public String formula() {
    return formula;
  }

  public String unit() {
    return unit;
  }

  /** How it may mislead; may be empty. */
  public String caveat() {
    return caveat;
  }

  /** For the pointer and the screen reader. */
  public String hint() {
    return label + " = " + formula + "." + (caveat.isEmpty() ? "" : " " + caveat);
  }

  /** All definitions as the page of the documentation. */
  public static String page() {
    var page = new StringBuilder();
    page.append("# What the figures mean\n\nVersion ")
        .append(VERSION)
        .append(
            ". This page is written from `Metric`, where each figure is defined once; a test keeps"
                + " it the same, and `GET /api/v1/insight/metrics` answers with it.\n\n")
        .append("Days are whole days in the server's zone. Associations are never called effects;")
        .append(" only results of a randomised part of the recommendations are.\n\n")
        .append("| figure | id | formula | unit | caveat |\n| --- | --- | --- | --- | --- |\n");
    for (var metric : values())
      page.append("| ")
          .append(
              String.join(
                  " | ",
                  metric.label,
                  "`" + metric.id() + "`",
                  metric.formula,
                  metric.unit,
                  metric.caveat))
          .append(" |\n");
    return page.toString().replace("  |", " |");
  }
}
