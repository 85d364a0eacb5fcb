package dev.tandem.search;

import dev.tandem.encoder.Embedding;
import dev.tandem.library.AssetId;
import dev.tandem.taxonomy.Audience;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Term;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What to look for. Filters exclude; the text and the clues only order.
 *
 * @param text the asker's words, may be empty
 * @param clues further words with a weight, such as a deal's notes or industry; they score like
 *     text but are not required beside it; without a text, one of their words must match
 * @param filters an asset must match one value of every dimension that is named here
 * @param audiences who the asker may see content for; never empty
 * @param recommendableOnly leaves out drafts, expired and archived assets
 * @param excluded assets that must not come
 * @param offset, limit the window of the ordered hits; limit 0 to 1,000
 * @param facets whether to count facet values (of everything that matches, not of the window; a
 *     dimension's own filter does not hide its other values)
 * @param snippets whether to bring the passages that matched
 * @param meaning what is looked for, encoded, or null; see {@link AssetSearch#nearest}
 * @param alsoFound found whatever the text says, as long as the filters let them
 * @param order in which the hits come; the text only finds where it does not order
 */
public record AssetQuery(
    String text,
    List<Clue> clues,
    Filters filters,
    Set<Audience> audiences,
    boolean recommendableOnly,
    Set<AssetId> excluded,
    int offset,
    int limit,
    boolean facets,
    boolean snippets,
    @Nullable Embedding meaning,
    Set<AssetId> alsoFound,
    Order order) {
  public AssetQuery {
    if (offset < 0 || limit < 0 || limit > 1000)
      throw new IllegalArgumentException("offset must be ≥ 0 and limit 0 to 1,000");
    if (audiences.isEmpty())
      throw new IllegalArgumentException("no audience: nothing could be found");
    clues = List.copyOf(clues);
    audiences = Set.copyOf(audiences);
    excluded = Set.copyOf(excluded);
    alsoFound = Set.copyOf(alsoFound);
  }

  /** The first twenty recommendable assets for some words. */
  public static AssetQuery of(String text) {
    return new AssetQuery(
        text,
        List.of(),
        Filters.NONE,
        Set.of(Audience.values()),
        true,
        Set.of(),
        0,
        20,
        false,
        true,
        null,
        Set.of(),
        Order.Usual.RELEVANCE);
  }

  public AssetQuery withText(String changed) {
    return with(parts -> parts.text = changed);
  }

  public AssetQuery withFilters(Filters changed) {
    return with(parts -> parts.filters = changed);
  }

  public AssetQuery withClues(List<Clue> changed) {
    return with(parts -> parts.clues = changed);
  }

  public AssetQuery withAudiences(Set<Audience> changed) {
    return with(parts -> parts.audiences = changed);
  }

  public AssetQuery withExcluded(Set<AssetId> changed) {
    return with(parts -> parts.excluded = changed);
  }

  public AssetQuery withWindow(int newOffset, int newLimit) {
    return with(
        parts -> {
          parts.offset = newOffset;
          parts.limit = newLimit;
        });
  }

  public AssetQuery withFacets() {
    return with(parts -> parts.facets = true);
  }

  public AssetQuery withUnpublished() {
    return with(parts -> parts.recommendableOnly = false);
  }

  /** Leaves the passages out: cheaper for long lists; see {@link AssetSearch#passages}. */
  public AssetQuery withoutSnippets() {
    return with(parts -> parts.snippets = false);
  }

  /** For {@link AssetSearch#nearest}, and for passages in which no word matches. */
  public AssetQuery withMeaning(@Nullable Embedding changed) {
    return with(parts -> parts.meaning = changed);
  }

  /** Finds these as well, if the filters let them, whatever the words say. */
  public AssetQuery alsoFinding(Set<AssetId> changed) {
    return with(parts -> parts.alsoFound = changed);
  }

  public AssetQuery inOrder(Order changed) {
    return with(parts -> parts.order = changed);
  }

  private AssetQuery with(Consumer<Parts> change) {
    var parts = new Parts(this);
    change.accept(parts);
    return parts.query();
  }

  /** A query while it is being changed. */
  private static final class Parts {
    String text;
    List<Clue> clues;
    Filters filters;
    Set<Audience> audiences;
    boolean recommendableOnly;
    Set<AssetId> excluded;
    int offset;
    int limit;
    boolean facets;
    boolean snippets;
    @Nullable Embedding meaning;
    Set<AssetId> alsoFound;
    Order order;

    Parts(AssetQuery query) {
      text = query.text;
      clues = query.clues;
      filters = query.filters;
      audiences = query.audiences;
      recommendableOnly = query.recommendableOnly;
      excluded = query.excluded;
      offset = query.offset;
      limit = query.limit;
      facets = query.facets;
      snippets = query.snippets;
      meaning = query.meaning;
      alsoFound = query.alsoFound;
      order = query.order;
    }

    AssetQuery query() {
      return new AssetQuery(
          text,
          clues,
          filters,
          audiences,
          recommendableOnly,
          excluded,
          offset,
          limit,
          facets,
          snippets,
          meaning,
          alsoFound,
          order);
    }
  }

  /**
   * Words that speak for an asset.
   *
   * @param weight relative to the asker's own words, which weigh 1; in (0, 10]
   */
  public record Clue(String text, double weight) {
    public Clue {
      if (!(weight > 0 && weight <= 10))
        throw new IllegalArgumentException("weight outside (0, 10]: " + weight);
    }
  }

  /** In which order hits come; equals come newest first. */
  public sealed interface Order {
    /** The orders that the index knows by itself. */
    enum Usual implements Order {
      /** Best first; the newest first where neither text nor clues say what is better. */
      RELEVANCE,
      NEWEST
    }

    /**
     * The assets first for which a number is highest, such as how often they are used.
     *
     * @param number called for every hit, so it must be fast
     */
    record Highest(ToLongFunction<AssetId> number) implements Order {}
  }

  /**
   * Values to keep to; an empty set keeps everything.
   *
   * @param terms of several dimensions; those of one dimension are alternatives
   * @param owners alternatives, in any case
   * @param phrases words that must stand in the asset one behind the other, in any grammatical
   *     form; a phrase of one word is a word that must stand there
   * @param without what an asset must not be
   */
  public record Filters(
      Set<JourneyStage> stages,
      Set<ContentType> types,
      Set<Term> terms,
      Set<String> languages,
      Set<String> owners,
      Set<String> phrases,
      Without without) {
    public static final Filters NONE = new Filters(Set.of(), Set.of(), Set.of(), Set.of(), null);

    public Filters {
      stages = Set.copyOf(stages);
      types = Set.copyOf(types);
      terms = Set.copyOf(terms);
      languages = Set.copyOf(languages);
      owners = Set.copyOf(owners);
      phrases = Set.copyOf(phrases);
    }

    public Filters(
        Set<JourneyStage> stages,
        Set<ContentType> types,
        Set<Term> terms,
        Set<String> languages,
        @Nullable String owner) {
      this(
          stages,
          types,
          terms,
          languages,
          owner == null ? Set.of() : Set.of(owner),
          Set.of(),
          Without.NOTHING);
    }

    /** What does not stand in facets: owners, phrases and exclusions. */
    public Filters withoutFacets() {
      return new Filters(Set.of(), Set.of(), Set.of(), Set.of(), owners, phrases, without);
    }

    /** Both together: values of one dimension are alternatives, phrases and exclusions add up. */
    public Filters and(Filters other) {
      return new Filters(
          union(stages, other.stages),
          union(types, other.types),
          union(terms, other.terms),
          union(languages, other.languages),
          union(owners, other.owners),
          union(phrases, other.phrases),
          new Without(
              union(without.stages, other.without.stages),
              union(without.types, other.without.types),
              union(without.terms, other.without.terms),
              union(without.languages, other.without.languages),
              union(without.owners, other.without.owners),
              union(without.phrases, other.without.phrases)));
    }

    private static <T> Set<T> union(Set<T> some, Set<T> others) {
      var all = new HashSet<>(some);
      all.addAll(others);
      return all;
    }
  }

  /**
   * What an asset must not be: each of these alone keeps it out.
   *
   * @param phrases as in {@link Filters}
   */
  public record Without(
      Set<JourneyStage> stages,
      Set<ContentType> types,
      Set<Term> terms,
      Set<String> languages,
      Set<String> owners,
      Set<String> phrases) {
    public static final Without NOTHING =
        new Without(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    public Without {
      stages = Set.copyOf(stages);
      types = Set.copyOf(types);
      terms = Set.copyOf(terms);
      languages = Set.copyOf(languages);
      owners = Set.copyOf(owners);
      phrases = Set.copyOf(phrases);
    }
  }
}
