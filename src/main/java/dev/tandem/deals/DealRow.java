package dev.tandem.deals;

import dev.tandem.identity.UserId;
import dev.tandem.shared.Money;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Taxonomy;
import dev.tandem.taxonomy.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns one row of a deals file, or what a CRM says in the words of one, into a deal. A column that
 * is not there leaves the stored value as it is; an empty cell empties it.
 */
final class DealRow {
  static final List<String> COLUMNS =
      List.of(
          "id",
          "name",
          "account",
          "industry",
          "company_size",
          "region",
          "personas",
          "sales_stage",
          "journey_stage",
          "competitors",
          "products",
          "amount",
          "currency",
          "owner",
          "created_on",
          "closed_on",
          "outcome",
          "loss_reason",
          "lead_source",
          "notes");
  private static final int LONGEST_CELL = 2_000;
  private static final int LONGEST_NOTES = 100_000;

  private final Cells row;
  private final Set<String> columns;
  private final @Nullable Opportunity stored;
  private final Consumer<String> notes;

  /** The text of a cell, trimmed; empty when it is blank or missing. */
  interface Cells {
    Optional<String> get(String column);
  }

  /** Why a row cannot be taken. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;
    final String column;

    Refused(String column, String problem) {
      super(problem);
      this.column = column;
    }
  }

  DealRow(
      Cells row, Collection<String> columns, @Nullable Opportunity stored, Consumer<String> notes) {
    this.row = row;
    this.columns = new LinkedHashSet<>(columns);
    this.stored = stored;
    this.notes = notes;
  }

  static OpportunityId id(Cells row) throws Refused {
    var text = row.get("id").orElseThrow(() -> new Refused("id", "missing"));
    try {
      return new OpportunityId(text);
    } catch (IllegalArgumentException wrong) {
      throw new Refused("id", String.valueOf(wrong.getMessage()));
    }
  }

  Opportunity read(Taxonomy taxonomy, boolean decimalComma, Currency currency) throws Refused {
    for (var column : COLUMNS) refuseUnstorable(column);
    var id = id(row);
    var outcome = value("outcome", Opportunity::outcome, DealRow::outcome);
    var salesStage = text("sales_stage", Opportunity::salesStage);
    var stated =
        columns.contains("journey_stage") ? cell("journey_stage", DealRow::journeyStage) : null;
    var amount =
        columns.contains("amount") ? amount(decimalComma, currency) : kept(Opportunity::amount);
    var owner = value("owner", Opportunity::owner, this::owner);
    var createdOn = value("created_on", Opportunity::createdOn, DealRow::date);
    var closedOn = value("closed_on", Opportunity::closedOn, DealRow::date);
    var name = text("name", Opportunity::name);
    var account = text("account", Opportunity::account);
    for (var column : List.of("industry", "region", "personas", "competitors", "products"))
      refuseLongTerms(column);
    return new Opportunity(
        id,
        name != null ? name : account != null ? account : id.value(),
        account,
        value(
            "industry", Opportunity::industry, label -> term(taxonomy, Dimension.INDUSTRY, label)),
        text("company_size", Opportunity::companySize),
        value("region", Opportunity::region, label -> term(taxonomy, Dimension.REGION, label)),
        terms("personas", Opportunity::personas, taxonomy, Dimension.PERSONA),
        salesStage,
        stated,
        terms("competitors", Opportunity::competitors, taxonomy, Dimension.COMPETITOR),
        terms("products", Opportunity::products, taxonomy, Dimension.PRODUCT),
        amount,
        owner,
        createdOn,
        closedOn,
        outcome != null ? outcome : outcomeOf(salesStage),
        text("loss_reason", Opportunity::lossReason),
        text("lead_source", Opportunity::leadSource),
        text("notes", Opportunity::notes),
        Instant.EPOCH);
  }

  private <T> @Nullable T kept(Function<Opportunity, @Nullable T> field) {
    return stored == null ? null : field.apply(stored);
  }

  private <T> @Nullable T cell(String column, Function<String, T> parse) throws Refused {
    var text = row.get(column);
    if (text.isEmpty()) return null;
    try {
      return parse.apply(text.get());
    } catch (IllegalArgumentException wrong) {
      throw new Refused(column, String.valueOf(wrong.getMessage()));
    }
  }

  private <T> @Nullable T value(
      String column, Function<Opportunity, @Nullable T> field, Function<String, T> parse)
      throws Refused {
    return columns.contains(column) ? cell(column, parse) : kept(field);
  }

  private @Nullable String text(String column, Function<Opportunity, @Nullable String> field)
      throws Refused {
    return value(column, field, text -> text);
  }

  private List<Term> terms(
      String column,
      Function<Opportunity, List<Term>> field,
      Taxonomy taxonomy,
      Dimension dimension) {
    if (!columns.contains(column)) return stored == null ? List.of() : field.apply(stored);
    return labels(column).stream()
        .map(label -> term(taxonomy, dimension, label))
        .distinct()
        .toList();
  }

  private List<String> labels(String column) {
    return row.get(column).stream()
        .flatMap(text -> Arrays.stream(text.split("\\|")))
        .map(String::strip)
        .filter(label -> !label.isEmpty())
        .toList();
  }

  private static Term term(Taxonomy taxonomy, Dimension dimension, String label) {
    return taxonomy.resolveOrAdd(dimension, label);
  }

  /** Checked before any word goes into a vocabulary. */
  private void refuseLongTerms(String column) throws Refused {
    for (var label : labels(column)) {
      if (label.length() > 120)
        throw new Refused(
            column, "'" + label.substring(0, 60) + "…' is longer than 120 characters");
      if (Term.normalize(label).isEmpty())
        throw new Refused(column, "'" + label + "' has no letter or digit");
    }
  }

  private void refuseUnstorable(String column) throws Refused {
    var text = row.get(column).orElse("");
    if (text.indexOf('\0') >= 0) throw new Refused(column, "holds a NUL character");
    int longest = column.equals("notes") ? LONGEST_NOTES : LONGEST_CELL;
    if (text.length() > longest)
      throw new Refused(
          column,
          String.format(Locale.ROOT, "%,d characters, allowed are %,d", text.length(), longest));
  }

  private @Nullable Money amount(boolean decimalComma, Currency otherwise) throws Refused {
    var currency = cell("currency", MoneyReading::currency);
    var code = currency == null ? null : currency.getCurrencyCode();
    var amount = cell("amount", text -> MoneyReading.read(text, code, decimalComma, otherwise));
    if (amount != null && code == null && row.get("amount").orElse("").matches("[\\d\\s.,'’+-]+"))
      notes.accept("amounts without a currency are taken as " + otherwise.getCurrencyCode());
    return amount;
  }

  private static Outcome outcome(String text) {
    return switch (Term.normalize(text)) {
      case "open", "offen", "in progress" -> Outcome.OPEN;
      case "won", "closed won", "gewonnen" -> Outcome.WON;
      case "lost", "closed lost", "verloren" -> Outcome.LOST;
      default -> throw new IllegalArgumentException("'" + text + "' is none of open, won, lost");
    };
  }

  private static Outcome outcomeOf(@Nullable String salesStage) {
    return switch (salesStage == null ? "" : Term.normalize(salesStage).replace(" ", "")) {
      case "closedwon", "won", "gewonnen" -> Outcome.WON;
      case "closedlost", "lost", "verloren" -> Outcome.LOST;
      default -> Outcome.OPEN;
    };
  }

  private static JourneyStage journeyStage(String text) {
    return JourneyStage.parse(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'" + text + "' is none of awareness, consideration, decision, post_sale"));
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
    } catch (DateTimeParseException wrong) {
      throw new IllegalArgumentException("'" + text + "' is no ISO date such as 2026-01-31", wrong);
    }
  }

  private UserId owner(String text) {
    if (text.chars().noneMatch(Character::isWhitespace)) return new UserId(text);
    notes.accept("owners' names are taken as user names with dots, such as jane.doe for Jane Doe");
    return new UserId(text.strip().replaceAll("\\s+", "."));
  }
}
