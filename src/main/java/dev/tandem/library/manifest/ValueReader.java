package dev.tandem.library.manifest;

import dev.tandem.library.AssetField;
import dev.tandem.library.AssetStatus;
import dev.tandem.library.WebAddress;
import dev.tandem.shared.Money;
import dev.tandem.taxonomy.Audience;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Term;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** From words to values; what is not understood is told to {@code complain} (column, message). */
final class ValueReader {
  private static final int LONGEST_LINE = 1_000;
  private static final int LONGEST_TEXT = 10_000;
  private static final Map<String, Audience> AUDIENCES =
      Map.ofEntries(
          Map.entry("buyer", Audience.BUYER),
          Map.entry("buyers", Audience.BUYER),
          Map.entry("buyer safe", Audience.BUYER),
          Map.entry("customer", Audience.BUYER),
          Map.entry("customers", Audience.BUYER),
          Map.entry("external", Audience.BUYER),
          Map.entry("public", Audience.BUYER),
          Map.entry("internal", Audience.INTERNAL),
          Map.entry("internal only", Audience.INTERNAL),
          Map.entry("confidential", Audience.INTERNAL),
          Map.entry("sales", Audience.INTERNAL));
  private static final Map<String, AssetStatus> STATUSES =
      Map.of(
          "draft", AssetStatus.DRAFT,
          "published", AssetStatus.PUBLISHED,
          "publish", AssetStatus.PUBLISHED,
          "live", AssetStatus.PUBLISHED,
          "active", AssetStatus.PUBLISHED,
          "archived", AssetStatus.ARCHIVED,
          "retired", AssetStatus.ARCHIVED);

  private final Currency currency;
  private final Map<AssetField, List<String>> cells;
  private final BiConsumer<AssetField, String> complain;

  ValueReader(
      Currency currency,
      Map<AssetField, List<String>> cells,
      BiConsumer<AssetField, String> complain) {
    this.currency = currency;
    this.cells = cells;
    this.complain = complain;
  }

  GivenValues read() {
    var terms = new EnumMap<Dimension, List<String>>(Dimension.class);
    for (var dimension : Dimension.values()) terms.put(dimension, terms(dimension));
    return new GivenValues(
        text(AssetField.TITLE, 500),
        text(AssetField.DESCRIPTION, LONGEST_TEXT),
        oneOf(AssetField.TYPE, ContentType::parse, "content type; it will be inferred", null),
        stages(),
        terms,
        language(),
        oneOf(
            AssetField.AUDIENCE,
            name -> Optional.ofNullable(AUDIENCES.get(Term.normalize(name))),
            "audience (buyer or internal); taken as internal to be safe",
            Audience.INTERNAL),
        oneOf(
            AssetField.STATUS,
            name -> Optional.ofNullable(STATUSES.get(Term.normalize(name))),
            "status (draft, published or archived); taken as draft to be safe",
            AssetStatus.DRAFT),
        url(),
        text(AssetField.OWNER, 200),
        text(AssetField.AUTHOR, 200),
        date(AssetField.PUBLISHED_ON),
        date(AssetField.REVIEW_BY),
        date(AssetField.EXPIRES_ON),
        cost(),
        list(AssetField.TAGS));
  }

  private List<String> list(AssetField field) {
    var values = new ArrayList<String>();
    for (var value : cells.getOrDefault(field, List.of())) {
      var clean = clean(value).replaceAll("\\s+", " ");
      if (clean.isEmpty() || values.contains(clean)) continue;
      if (clean.length() > 120)
        complain.accept(field, "longer than 120 characters and left out: " + shortened(clean));
      else values.add(clean);
    }
    return values;
  }

  private List<String> terms(Dimension dimension) {
    var field = AssetField.of(dimension);
    var names = new ArrayList<String>();
    for (var name : list(field))
      if (Term.normalize(name).isEmpty())
        complain.accept(field, "has no letter or digit and was left out: '" + name + "'");
      else names.add(name);
    return names;
  }

  private @Nullable String text(AssetField field, int longest) {
    var value = clean(String.join(", ", cells.getOrDefault(field, List.of())));
    if (value.isEmpty()) return null;
    if (value.length() <= longest) return value;
    complain.accept(field, "cut off after " + longest + " characters: " + shortened(value));
    return value.substring(0, longest);
  }

  private <T> @Nullable T oneOf(
      AssetField field, Function<String, Optional<T>> read, String what, @Nullable T otherwise) {
    var name = text(field, LONGEST_LINE);
    if (name == null) return null;
    var value = read.apply(name);
    if (value.isPresent()) return value.get();
    complain.accept(field, "'" + shortened(name) + "' is not a known " + what);
    return otherwise;
  }

  private List<JourneyStage> stages() {
    var stages = new ArrayList<JourneyStage>();
    for (var name : list(AssetField.STAGES)) {
      var stage = MarketersStages.read(name);
      if (stage.isEmpty())
        complain.accept(
            AssetField.STAGES,
            "'"
                + name
                + "' is none of "
                + Arrays.stream(JourneyStage.values())
                    .map(JourneyStage::id)
                    .collect(Collectors.joining(", ")));
      else if (!stages.contains(stage.get())) stages.add(stage.get());
    }
    return stages;
  }

  private @Nullable String language() {
    var name = text(AssetField.LANGUAGE, LONGEST_LINE);
    if (name == null) return null;
    var code = Locale.forLanguageTag(name.replace('_', '-')).getLanguage();
    if (code.length() == 2) return code;
    for (var known : Locale.getISOLanguages()) {
      var locale = Locale.of(known);
      if (locale.getDisplayLanguage(Locale.ENGLISH).equalsIgnoreCase(name)
          || locale.getDisplayLanguage(locale).equalsIgnoreCase(name)) return known;
    }
    complain.accept(
        AssetField.LANGUAGE, "'" + shortened(name) + "' is not a language code such as en or de");
    return null;
  }

  private @Nullable String url() {
    var url = text(AssetField.URL, 4_000);
    if (url == null || WebAddress.isOne(url)) return url;
    complain.accept(AssetField.URL, "not a web address (http or https): '" + shortened(url) + "'");
    return null;
  }

  private @Nullable LocalDate date(AssetField field) {
    var text = text(field, LONGEST_LINE);
    if (text == null) return null;
    try {
      var day = text.matches("\\d{4}-\\d{2}-\\d{2}[T ].*") ? text.substring(0, 10) : text;
      return LocalDate.parse(day);
    } catch (DateTimeParseException e) {
      complain.accept(field, "'" + shortened(text) + "' is not a date like 2026-03-31; left empty");
      return null;
    }
  }

  private @Nullable Money cost() {
    var text = text(AssetField.COST, LONGEST_LINE);
    if (text == null) return null;
    var cost = Amount.read(text, currency);
    if (cost.isEmpty())
      complain.accept(
          AssetField.COST,
          "'" + shortened(text) + "' is not an amount like 1800 or 1800.50 USD; left empty");
    return cost.orElse(null);
  }

  /** A database cannot store NUL, and people cannot see other control characters. */
  private static String clean(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "").strip();
  }

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 57) + "…";
  }
}
