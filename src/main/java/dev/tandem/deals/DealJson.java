package dev.tandem.deals;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tandem.identity.UserId;
import dev.tandem.shared.Money;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Taxonomy;
import dev.tandem.taxonomy.Term;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A deal in JSON, with the names of the deals file.
 *
 * @param journeyStage the buyer's stage as a person or the CRM states it
 * @param stage the buyer's stage as Tandem reads it; only in answers
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DealJson(
    @Nullable String id,
    @Nullable String name,
    @Nullable String account,
    @Nullable String industry,
    @Nullable String companySize,
    @Nullable String region,
    @Nullable List<String> personas,
    @Nullable String salesStage,
    @Nullable String journeyStage,
    @Nullable List<String> competitors,
    @Nullable List<String> products,
    @Nullable BigDecimal amount,
    @Nullable String currency,
    @Nullable String owner,
    @Nullable LocalDate createdOn,
    @Nullable LocalDate closedOn,
    @Nullable String outcome,
    @Nullable String lossReason,
    @Nullable String leadSource,
    @Nullable String notes,
    @Nullable Stage stage) {

  /**
   * @param stage a journey stage, or null when nothing tells
   * @param basis {@code stated, mapped, guessed} or {@code unknown}
   */
  public record Stage(@Nullable String stage, String basis) {
    static Stage of(StageReading reading) {
      return new Stage(
          reading.stage() == null ? null : reading.stage().id(),
          reading.basis().name().toLowerCase(Locale.ROOT));
    }
  }

  public static DealJson of(Opportunity deal, @Nullable StageReading reading) {
    var amount = deal.amount();
    return new DealJson(
        deal.id().value(),
        deal.name(),
        deal.account(),
        deal.industry() == null ? null : deal.industry().label(),
        deal.companySize(),
        deal.region() == null ? null : deal.region().label(),
        labels(deal.personas()),
        deal.salesStage(),
        deal.stageOverride() == null ? null : deal.stageOverride().id(),
        labels(deal.competitors()),
        labels(deal.products()),
        amount == null ? null : amount.amount(),
        amount == null ? null : amount.currency().getCurrencyCode(),
        deal.owner() == null ? null : deal.owner().value(),
        deal.createdOn(),
        deal.closedOn(),
        deal.outcome().id(),
        deal.lossReason(),
        deal.leadSource(),
        deal.notes(),
        reading == null ? null : Stage.of(reading));
  }

  /**
   * The deal that is described; words new to the vocabularies are added to them.
   *
   * @throws IllegalArgumentException naming the field and what is wrong with it
   */
  public Opportunity toOpportunity(OpportunityId deal, Taxonomy taxonomy) {
    if (id != null && !id.strip().equals(deal.value()))
      throw new IllegalArgumentException("id: '" + id + "' is not the deal of the address");
    if (amount != null && currency == null)
      throw new IllegalArgumentException("currency: missing beside an amount");
    if (amount != null && amount.signum() < 0)
      throw new IllegalArgumentException("amount: below 0: " + amount);
    // whatever can be wrong is read before any word goes into a vocabulary
    var stated = blankToNull(journeyStage);
    var buyersStage = stated == null ? null : journeyStage(stated);
    var wonOrLost = blankToNull(outcome);
    var standing = wonOrLost == null ? Outcome.OPEN : outcome(wonOrLost);
    var user = blankToNull(owner);
    var rep = user == null ? null : new UserId(user);
    var money =
        amount == null || currency == null
            ? null
            : new Money(amount, MoneyReading.currency(currency));
    return new Opportunity(
        deal,
        name == null || name.isBlank() ? deal.value() : name.strip(),
        blankToNull(account),
        term(taxonomy, Dimension.INDUSTRY, industry),
        blankToNull(companySize),
        term(taxonomy, Dimension.REGION, region),
        terms(taxonomy, Dimension.PERSONA, personas),
        blankToNull(salesStage),
        buyersStage,
        terms(taxonomy, Dimension.COMPETITOR, competitors),
        terms(taxonomy, Dimension.PRODUCT, products),
        money,
        rep,
        createdOn,
        closedOn,
        standing,
        blankToNull(lossReason),
        blankToNull(leadSource),
        blankToNull(notes),
        Instant.EPOCH);
  }

  private static JourneyStage journeyStage(String text) {
    return JourneyStage.parse(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "journey_stage: '%s' is none of awareness, consideration, decision, post_sale"
                        .formatted(text)));
  }

  private static Outcome outcome(String text) {
    for (var outcome : Outcome.values()) if (outcome.id().equals(text)) return outcome;
    throw new IllegalArgumentException("outcome: '" + text + "' is none of open, won, lost");
  }

  private static List<String> labels(List<Term> terms) {
    return terms.stream().map(Term::label).toList();
  }

  private static List<Term> terms(
      Taxonomy taxonomy, Dimension dimension, @Nullable List<String> names) {
    return names == null
        ? List.of()
        : names.stream()
            .filter(name -> !name.isBlank())
            .map(name -> taxonomy.resolveOrAdd(dimension, name))
            .distinct()
            .toList();
  }

  private static @Nullable Term term(
      Taxonomy taxonomy, Dimension dimension, @Nullable String name) {
    return name == null || name.isBlank() ? null : taxonomy.resolveOrAdd(dimension, name);
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
