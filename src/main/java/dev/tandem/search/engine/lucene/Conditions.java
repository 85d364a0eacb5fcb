package dev.tandem.search.engine.lucene;

import static dev.tandem.search.engine.lucene.IndexFields.*;

import dev.tandem.library.AssetId;
import dev.tandem.search.AssetQuery;
import dev.tandem.taxonomy.Term;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * What an asset must be to come at all.
 *
 * @param always what holds whatever the facets say
 * @param without what must not come, whatever the facets say: choosing it would leave nothing; null
 *     where nothing is excluded, since even a clause that matches nothing costs time
 * @param byFacet the filters by the facet that they are chosen in
 */
record Conditions(List<Query> always, @Nullable Query without, Map<String, Query> byFacet) {

  /**
   * @param visible what the asker may see
   */
  static Conditions of(AssetQuery query, Wording wording, Query visible) {
    var filters = query.filters();
    var always = Stream.<Query>builder();
    always.add(visible);
    if (!filters.owners().isEmpty()) always.add(ownedBy(filters.owners()));
    filters.phrases().forEach(phrase -> always.add(wording.of(phrase)));
    var byFacet = new LinkedHashMap<String, Query>();
    if (!filters.stages().isEmpty())
      byFacet.put("stage", oneOf(LABEL, filters.stages().stream().map(IndexFields::label)));
    if (!filters.types().isEmpty())
      byFacet.put("type", oneOf(LABEL, filters.types().stream().map(IndexFields::label)));
    filters.terms().stream()
        .collect(Collectors.groupingBy(Term::dimension))
        .forEach(
            (dimension, terms) ->
                byFacet.put(dimension.id(), oneOf(LABEL, terms.stream().map(IndexFields::label))));
    if (!filters.languages().isEmpty())
      byFacet.put("language", oneOf(LANGUAGE, filters.languages().stream()));
    return new Conditions(always.build().toList(), without(query, wording), byFacet);
  }

  private static @Nullable Query without(AssetQuery query, Wording wording) {
    var without = query.filters().without();
    if (without.equals(AssetQuery.Without.NOTHING) && query.excluded().isEmpty()) return null;
    var labels = Stream.<String>builder();
    without.stages().forEach(stage -> labels.add(label(stage)));
    without.types().forEach(type -> labels.add(label(type)));
    without.terms().forEach(term -> labels.add(label(term)));
    var any = new BooleanQuery.Builder().add(anyOf(query.excluded()), Occur.SHOULD);
    any.add(oneOf(LABEL, labels.build()), Occur.SHOULD);
    any.add(oneOf(LANGUAGE, without.languages().stream()), Occur.SHOULD);
    any.add(ownedBy(without.owners()), Occur.SHOULD);
    without.phrases().forEach(phrase -> any.add(wording.of(phrase), Occur.SHOULD));
    return any.build();
  }

  private static Query ownedBy(Set<String> owners) {
    return oneOf(OWNER, owners.stream().map(owner -> owner.toLowerCase(Locale.ROOT)));
  }

  void addTo(BooleanQuery.Builder query) {
    addTo(query, "");
  }

  /** Adds everything but the filter chosen in one facet. */
  void addTo(BooleanQuery.Builder query, String exceptFacet) {
    always.forEach(condition -> query.add(condition, Occur.FILTER));
    byFacet.forEach(
        (facet, condition) -> {
          if (!facet.equals(exceptFacet)) query.add(condition, Occur.FILTER);
        });
    if (without != null) query.add(without, Occur.MUST_NOT);
  }

  /** Whether nothing more is asked than this. */
  boolean isOnly(Query condition) {
    return always.equals(List.of(condition)) && byFacet.isEmpty() && without == null;
  }

  static Query notEncoded(String model) {
    return new BooleanQuery.Builder()
        .add(is(KIND, KIND_ASSET), Occur.FILTER)
        .add(is(ENCODED_BY, model), Occur.MUST_NOT)
        .build();
  }

  static Query anyOf(Collection<AssetId> ids) {
    return oneOf(ID, ids.stream().map(AssetId::value));
  }

  static Query is(String field, String value) {
    return new TermQuery(new org.apache.lucene.index.Term(field, value));
  }

  static Query oneOf(String field, Stream<String> values) {
    return new TermInSetQuery(field, values.map(BytesRef::new).toList());
  }
}
