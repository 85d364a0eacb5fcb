package dev.tandem.search.engine.lucene;

import static dev.tandem.search.engine.lucene.IndexFields.*;

import dev.tandem.library.AssetStatus;
import dev.tandem.taxonomy.Audience;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/**
 * What an asker may see. Every question has this condition, so its answer is remembered for each
 * segment of the index: to find it anew was a third of the work of a search.
 */
final class VisibleAssets {
  private record Asker(Set<Audience> audiences, boolean recommendableOnly, LocalDate today) {}

  private final Map<Asker, Query> conditions = new ConcurrentHashMap<>();

  Query to(Set<Audience> audiences, boolean recommendableOnly, LocalDate today) {
    var asker = new Asker(audiences, recommendableOnly, today);
    var known = conditions.get(asker);
    if (known != null) return known;
    conditions.keySet().removeIf(other -> other.today.isBefore(today));
    return conditions.computeIfAbsent(asker, each -> new RememberedQuery(condition(each)));
  }

  private static Query condition(Asker asker) {
    var visible = new BooleanQuery.Builder().add(Conditions.is(KIND, KIND_ASSET), Occur.FILTER);
    if (asker.audiences.size() < Audience.values().length)
      visible.add(
          Conditions.oneOf(AUDIENCE, asker.audiences.stream().map(Audience::id)), Occur.FILTER);
    if (asker.recommendableOnly) {
      visible.add(Conditions.is(STATUS, AssetStatus.PUBLISHED.id()), Occur.FILTER);
      int tomorrow = (int) asker.today.toEpochDay() + 1;
      visible.add(IntPoint.newRangeQuery(EXPIRES, tomorrow, Integer.MAX_VALUE), Occur.FILTER);
    }
    return visible.build();
  }
}
