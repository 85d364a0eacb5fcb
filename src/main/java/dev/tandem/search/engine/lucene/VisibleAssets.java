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
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.QueryBitSetProducer;
import org.apache.lucene.search.join.ToChildBlockJoinQuery;

/**
 * What an asker may see. Every question has this condition, so its answer is remembered for each
 * segment of the index: to find it anew was a third of the work of a search.
 */
final class VisibleAssets {
  /**
   * @param assets the condition
   * @param encoded the passages of these assets that have a vector
   */
  record Visible(Query assets, BitSetProducer encoded) {}

  private record Asker(Set<Audience> audiences, boolean recommendableOnly, LocalDate today) {}

  private final BitSetProducer assets;
  private final Map<Asker, Visible> known = new ConcurrentHashMap<>();

  /**
   * @param assets which documents are assets rather than passages of them
   */
  VisibleAssets(BitSetProducer assets) {
    this.assets = assets;
  }

  Visible to(Set<Audience> audiences, boolean recommendableOnly, LocalDate today) {
    var asker = new Asker(audiences, recommendableOnly, today);
    var visible = known.get(asker);
    if (visible != null) return visible;
    known.keySet().removeIf(other -> other.today.isBefore(today));
    return known.computeIfAbsent(asker, this::remembered);
  }

  private Visible remembered(Asker asker) {
    var condition = new RememberedQuery(condition(asker));
    var encoded =
        new BooleanQuery.Builder()
            .add(new ToChildBlockJoinQuery(condition, assets), Occur.FILTER)
            .add(new FieldExistsQuery(MEANING), Occur.FILTER)
            .build();
    return new Visible(condition, new QueryBitSetProducer(encoded));
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
