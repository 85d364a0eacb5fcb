package dev.tandem.deals.ui;

import dev.tandem.deals.Opportunity;
import dev.tandem.deals.OpportunityId;
import dev.tandem.deals.Outcome;
import dev.tandem.deals.StageReading;
import dev.tandem.shared.ui.Badge;
import dev.tandem.shared.ui.Badge.Tone;
import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** Deals in words and badges, the same in every view. */
public final class DealWords {
  private DealWords() {}

  /** The path of a deal's page. */
  public static String path(OpportunityId deal) {
    return "deals/" + UriUtils.encodePathSegment(deal.value(), StandardCharsets.UTF_8);
  }

  /** What to call it first: the account, else its own name. */
  public static String heading(Opportunity deal) {
    return deal.account() == null ? deal.name() : deal.account();
  }

  /** Its name without the account in front, which stands above it; empty when nothing is left. */
  public static String subheading(Opportunity deal) {
    var account = deal.account();
    if (account == null) return "";
    var name = deal.name();
    boolean repeats = name.regionMatches(true, 0, account, 0, account.length());
    return repeats ? name.substring(account.length()).replaceFirst("^[\\s:,–—|/-]+", "") : name;
  }

  public static Badge stage(Opportunity deal, StageReading reading) {
    var stage = reading.stage();
    if (stage == null)
      return new Badge("Stage unknown", Tone.WARNING, "Nothing tells where the buyer stands");
    return switch (reading.basis()) {
      case GUESSED -> new Badge(stage.label() + "?", Tone.INFERRED, basis(deal, reading));
      default -> new Badge(stage.label(), Tone.ACCENT, basis(deal, reading));
    };
  }

  /** How the buyer's stage is known. */
  public static String basis(Opportunity deal, StageReading reading) {
    var named = deal.salesStage() == null ? "" : "“" + deal.salesStage() + "”";
    return switch (reading.basis()) {
      case STATED -> "Set for this deal";
      case MAPPED -> named.isEmpty() ? "From the outcome" : "From the CRM's stage " + named;
      case GUESSED ->
          named.isEmpty() ? "Guessed from the outcome" : "Guessed from the CRM's stage " + named;
      case UNKNOWN ->
          named.isEmpty() ? "The CRM gives no stage" : "Nothing is known of the stage " + named;
    };
  }

  public static Badge outcome(Outcome outcome) {
    return switch (outcome) {
      case OPEN -> new Badge("Open", Tone.NEUTRAL);
      case WON -> new Badge("Won", Tone.GOOD);
      case LOST -> new Badge("Lost", Tone.BAD);
    };
  }
}
