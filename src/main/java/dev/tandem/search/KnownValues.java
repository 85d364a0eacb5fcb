package dev.tandem.search;

import dev.tandem.search.AssetQuery.Filters;
import dev.tandem.taxonomy.Audience;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Taxonomy;
import dev.tandem.taxonomy.Term;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The values that field words can have. The company's own words are known to an asker only when an
 * asset has them that the asker may see: else the answer would tell of drafts.
 */
@Component
class KnownValues {
  /** The field words of a query. */
  static final Set<String> FIELDS =
      Set.of(
          "type",
          "stage",
          "persona",
          "industry",
          "product",
          "competitor",
          "region",
          "language",
          "owner");

  private static final List<String> LANGUAGES = List.of(Locale.getISOLanguages());

  private final AssetSearch search;
  private final Taxonomy taxonomy;

  KnownValues(AssetSearch search, Taxonomy taxonomy) {
    this.search = search;
    this.taxonomy = taxonomy;
  }

  /**
   * @param id the facet's value
   * @param label for people
   */
  record Value(String id, String label) {}

  Optional<Value> find(String field, String name, Set<Audience> audiences) {
    if (name.isBlank()) return Optional.empty();
    return switch (field) {
      case "type" -> ContentType.parse(name).map(type -> new Value(type.id(), type.label()));
      case "stage" -> JourneyStage.parse(name).map(stage -> new Value(stage.id(), stage.label()));
      case "language" -> language(name);
      case "owner" -> owner(name, audiences);
      default -> term(Dimension.valueOf(field.toUpperCase(Locale.ROOT)), name, audiences);
    };
  }

  /** Labels that begin with these letters, those that most visible assets have first. */
  List<String> startingWith(String field, String start, Set<Audience> audiences) {
    if (field.equals("owner")) return List.of();
    var everything = AssetQuery.of("").withAudiences(audiences).withWindow(0, 0).withFacets();
    var begun = Term.normalize(start);
    return search.search(everything).facets().getOrDefault(field, List.of()).stream()
        .map(count -> label(field, count.value()))
        .filter(label -> Term.normalize(label).startsWith(begun))
        .toList();
  }

  static String label(String field, String value) {
    return switch (field) {
      case "type" -> ContentType.parse(value).map(ContentType::label).orElse(value);
      case "stage" -> JourneyStage.parse(value).map(JourneyStage::label).orElse(value);
      case "language" -> languageName(value);
      default -> value;
    };
  }

  private static String languageName(String code) {
    return Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH);
  }

  private static Optional<Value> language(String name) {
    var wanted = name.toLowerCase(Locale.ROOT);
    return LANGUAGES.stream()
        .filter(code -> code.equals(wanted) || languageName(code).equalsIgnoreCase(name))
        .findFirst()
        .map(code -> new Value(code, languageName(code)));
  }

  private Optional<Value> owner(String name, Set<Audience> audiences) {
    var owned = new Filters(Set.of(), Set.of(), Set.of(), Set.of(), name);
    return has(owned, audiences) ? Optional.of(new Value(name, name)) : Optional.empty();
  }

  private Optional<Value> term(Dimension dimension, String name, Set<Audience> audiences) {
    if (name.length() > 120 || Term.normalize(name).isEmpty()) return Optional.empty();
    var term = taxonomy.resolve(dimension, name).orElseGet(() -> new Term(dimension, name));
    return builtIn(term) || has(keepingTo(term), audiences)
        ? Optional.of(new Value(term.label(), term.label()))
        : Optional.empty();
  }

  private boolean builtIn(Term term) {
    return taxonomy.terms(term.dimension()).stream()
        .anyMatch(known -> known.builtIn() && known.term().equals(term));
  }

  private static Filters keepingTo(Term term) {
    return new Filters(Set.of(), Set.of(), Set.of(term), Set.of(), null);
  }

  private boolean has(Filters filters, Set<Audience> audiences) {
    var query = AssetQuery.of("").withFilters(filters).withAudiences(audiences).withWindow(0, 0);
    return search.search(query).total() > 0;
  }
}
