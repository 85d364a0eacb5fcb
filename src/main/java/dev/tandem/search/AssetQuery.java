package dev.tandem.search;

import dev.tandem.encoder.Embedding;
import dev.tandem.library.AssetId;
import dev.tandem.taxonomy.Audience;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Term;
import java.util.List;
import java.util.Set;
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
    Set<AssetId> alsoFound) {
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
        Set.of());
  }

  public AssetQuery withFilters(Filters changed) {
    return new AssetQuery(
        text,
        clues,
        changed,
        audiences,
        recommendableOnly,
        excluded,
        offset,
        limit,
        facets,
        snippets,
        meaning,
        alsoFound);
  }

  public AssetQuery withClues(List<Clue> changed) {
    return new AssetQuery(
        text,
        changed,
        filters,
        audiences,
        recommendableOnly,
        excluded,
        offset,
        limit,
        facets,
        snippets,
        meaning,
        alsoFound);
  }

  public AssetQuery withAudiences(Set<Audience> changed) {
    return new AssetQuery(
        text,
        clues,
        filters,
        changed,
        recommendableOnly,
        excluded,
        offset,
        limit,
        facets,
        snippets,
        meaning,
        alsoFound);
  }

  public AssetQuery withExcluded(Set<AssetId> changed) {
    return new AssetQuery(
        text,
        clues,
        filters,
        audiences,
        recommendableOnly,
        changed,
        offset,
        limit,
        facets,
        snippets,
        meaning,
        alsoFound);
  }

  public AssetQuery withWindow(int newOffset, int newLimit) {
    return new AssetQuery(
        text,
        clues,
        filters,
        audiences,
        recommendableOnly,
        excluded,
        newOffset,
        newLimit,
        facets,
        snippets,
        meaning,
        alsoFound);
  }

  public AssetQuery withFacets() {
    return new AssetQuery(
        text,
        clues,
        filters,
        audiences,
        recommendableOnly,
        excluded,
        offset,
        limit,
        true,
        snippets,
        meaning,
        alsoFound);
  }

  public AssetQuery withUnpublished() {
    return new AssetQuery(
        text, clues, filters, audiences, false, excluded, offset, limit, facets, snippets, meaning,
        alsoFound);
  }

  /** Leaves the passages out: cheaper for long lists; see {@link AssetSearch#passages}. */
  public AssetQuery withoutSnippets() {
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
        false,
        meaning,
        alsoFound);
  }

  /** For {@link AssetSearch#nearest}, and for passages in which no word matches. */
  public AssetQuery withMeaning(@Nullable Embedding changed) {
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
        changed,
        alsoFound);
  }

  /** Finds these as well, if the filters let them, whatever the words say. */
  public AssetQuery alsoFinding(Set<AssetId> changed) {
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
        changed);
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

  /**
   * Values to keep to; an empty set keeps everything.
   *
   * @param terms of several dimensions; those of one dimension are alternatives
   */
  public record Filters(
      Set<JourneyStage> stages,
      Set<ContentType> types,
      Set<Term> terms,
      Set<String> languages,
      @Nullable String owner) {
    public static final Filters NONE = new Filters(Set.of(), Set.of(), Set.of(), Set.of(), null);

    public Filters {
      stages = Set.copyOf(stages);
      types = Set.copyOf(types);
      terms = Set.copyOf(terms);
      languages = Set.copyOf(languages);
    }
  }
}
