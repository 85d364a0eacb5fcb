package dev.tandem.deals;

import dev.tandem.identity.UserId;
import dev.tandem.shared.Money;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Term;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * A deal as its table keeps it.
 *
 * @param crmStage the journey stage that the CRM stated last, or null
 */
record OpportunityRow(Opportunity deal, @Nullable JourneyStage crmStage) {

  static OpportunityRow read(ResultSet row, int number) throws SQLException {
    var amount = row.getBigDecimal("amount");
    var currency = row.getString("currency");
    var owner = row.getString("owner");
    var deal =
        new Opportunity(
            new OpportunityId(row.getString("id")),
            row.getString("name"),
            row.getString("account"),
            term(Dimension.INDUSTRY, row.getString("industry")),
            row.getString("company_size"),
            term(Dimension.REGION, row.getString("region")),
            terms(Dimension.PERSONA, row.getArray("personas")),
            row.getString("sales_stage"),
            stage(row.getString("stage_override")),
            terms(Dimension.COMPETITOR, row.getArray("competitors")),
            terms(Dimension.PRODUCT, row.getArray("products")),
            amount == null || currency == null
                ? null
                : new Money(amount, Currency.getInstance(currency)),
            owner == null ? null : new UserId(owner),
            row.getObject("created_on", LocalDate.class),
            row.getObject("closed_on", LocalDate.class),
            Outcome.valueOf(
                Objects.requireNonNull(row.getString("outcome")).toUpperCase(Locale.ROOT)),
            row.getString("loss_reason"),
            row.getString("lead_source"),
            row.getString("notes"),
            row.getObject("changed_at", OffsetDateTime.class).toInstant());
    return new OpportunityRow(deal, stage(row.getString("crm_journey_stage")));
  }

  MapSqlParameterSource parameters() {
    var amount = deal.amount();
    return new MapSqlParameterSource()
        .addValue("id", deal.id().value())
        .addValue("name", deal.name())
        .addValue("account", deal.account())
        .addValue("account_key", accountKey(deal.account()))
        .addValue("industry", label(deal.industry()))
        .addValue("company_size", deal.companySize())
        .addValue("region", label(deal.region()))
        .addValue("personas", labels(deal.personas()))
        .addValue("sales_stage", deal.salesStage())
        .addValue("stage_override", id(deal.stageOverride()))
        .addValue("crm_journey_stage", id(crmStage))
        .addValue("competitors", labels(deal.competitors()))
        .addValue("products", labels(deal.products()))
        .addValue("amount", amount == null ? null : amount.amount())
        .addValue("currency", amount == null ? null : amount.currency().getCurrencyCode())
        .addValue("owner", deal.owner() == null ? null : deal.owner().value())
        .addValue("created_on", deal.createdOn())
        .addValue("closed_on", deal.closedOn())
        .addValue("outcome", deal.outcome().id())
        .addValue("loss_reason", deal.lossReason())
        .addValue("lead_source", deal.leadSource())
        .addValue("notes", deal.notes())
        .addValue("changed_at", deal.changedAt().atOffset(ZoneOffset.UTC));
  }

  /** Says no to what no database keeps, before any of it is written. */
  OpportunityRow requireStorable() {
    parameters()
        .getValues()
        .forEach(
            (column, value) -> {
              var text = value instanceof String[] labels ? String.join(" ", labels) : value;
              if (text instanceof String string && string.indexOf('\0') >= 0)
                throw new IllegalArgumentException(
                    "deal " + deal.id() + ": " + column + " holds a NUL character");
            });
    return this;
  }

  /** Whether nothing but the moment of the change differs; 100 and 100.00 are one amount. */
  boolean sameAs(OpportunityRow other) {
    return crmStage == other.crmStage && comparable(deal).equals(comparable(other.deal));
  }

  private static Opportunity comparable(Opportunity deal) {
    var amount = deal.amount();
    var plain =
        amount == null ? null : new Money(amount.amount().stripTrailingZeros(), amount.currency());
    return deal.withAmount(plain).withChangedAt(Instant.EPOCH);
  }

  private static @Nullable String accountKey(@Nullable String account) {
    if (account == null) return null;
    var key = Term.normalize(account);
    return key.isEmpty() ? null : key;
  }

  private static @Nullable Term term(Dimension dimension, @Nullable String label) {
    return label == null ? null : new Term(dimension, label);
  }

  private static List<Term> terms(Dimension dimension, Array labels) throws SQLException {
    return Arrays.stream((String[]) labels.getArray())
        .map(label -> new Term(dimension, label))
        .toList();
  }

  private static @Nullable String label(@Nullable Term term) {
    return term == null ? null : term.label();
  }

  private static String[] labels(List<Term> terms) {
    return terms.stream().map(Term::label).toArray(String[]::new);
  }

  private static @Nullable JourneyStage stage(@Nullable String id) {
    return id == null ? null : JourneyStage.parse(id).orElseThrow();
  }

  private static @Nullable String id(@Nullable JourneyStage stage) {
    return stage == null ? null : stage.id();
  }
}
