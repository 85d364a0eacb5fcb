package dev.tandem.recommendation;

import dev.tandem.taxonomy.Audience;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds candidates by labels alone, in one pass over the library: the best fits, the best of every
 * type that has its place at the stage (so that a deal near its decision always sees proof), and
 * the newest. The fit only decides what is looked at more closely; the ranking model orders.
 */
final class LabelMatches {
  private static final int BEST = 60, BEST_OF_TYPE = 6, NEWEST = 10;
  private static final int TYPES = ContentType.values().length;

  private static final double PERSONA = 0.4, NAMED = 0.6, OF_LANGUAGE = 0.8;

  private static final double TOO_LITTLE = Double.NEGATIVE_INFINITY;

  /** Sums of the same numbers in another order differ by less than this. */
  private static final double ROUNDING = 1e-9;

  /** In years: what is older is not worse for it. */
  private static final double OLD = 4;

  private record Fit(AssetTraits asset, double value) {}

  /**
   * @param published ordered by id, so that of equals the first ones are kept
   */
  Set<AssetTraits> best(Situation situation, List<LabelColumns> published) {
    var wishes = new Wishes(situation);
    var best = new Best(BEST);
    var newest = new Best(NEWEST);
    var ofType = Stream.generate(() -> new Best(BEST_OF_TYPE)).limit(TYPES).toArray(Best[]::new);
    for (var columns : published) {
      var languages = wishes.languages(columns.languages());
      for (int i = 0; i < columns.size(); i++) {
        if (!wishes.mayCome(columns, i)) continue;
        double age = wishes.age(columns, i);
        newest.offer(columns, i, -age);
        double moment = wishes.moment(columns, i);
        double others = OF_LANGUAGE * languages[columns.language(i)] - Math.min(age, OLD) * 0.1;
        var type = wishes.typeFits(columns, i) ? ofType[columns.type(i)] : null;
        double enough = type == null ? best.atLeast : Math.min(best.atLeast, type.atLeast);
        if (moment + others + wishes.most < enough) continue;
        double terms = wishes.terms(columns, i, enough - moment - others);
        if (terms == TOO_LITTLE) continue;
        double fit = moment + others + terms;
        best.offer(columns, i, fit);
        if (type != null) type.offer(columns, i, fit);
      }
    }
    var found = new LinkedHashSet<AssetTraits>();
    best.addTo(found);
    newest.addTo(found);
    for (var type : ofType) type.addTo(found);
    return found;
  }

  /** What a situation asks of labels. */
  private static final class Wishes {
    private static final Dimension[] DIMENSIONS = Dimension.values();
    private static final double YEARS_OF_A_DAY = 1 / 365.25;

    private final @Nullable JourneyStage stage;
    private final @Nullable BitSet[] wanted = new BitSet[DIMENSIONS.length];
    private final @Nullable BitSet[] named = new BitSet[DIMENSIONS.length];

    /** Those that tell anything, the ones that tell most first, so that most assets end there. */
    private final Dimension[] telling;

    /** The most that the dimensions from here on can add. */
    private final double[] still;

    private final LanguageVotes votes;
    private final int today;
    private final boolean buyerSafe;
    private final boolean internal;
    private final double most;

    Wishes(Situation situation) {
      stage = situation.stage();
      situation.wanted().forEach((dimension, terms) -> wanted[dimension.ordinal()] = terms);
      situation.named().forEach((dimension, terms) -> named[dimension.ordinal()] = terms);
      telling =
          Stream.of(DIMENSIONS)
              .filter(
                  each ->
                      each == Dimension.COMPETITOR
                          || wanted[each.ordinal()] != null
                          || named[each.ordinal()] != null)
              .sorted(Comparator.comparingDouble(this::mostOf).reversed())
              .toArray(Dimension[]::new);
      still = new double[telling.length + 1];
      for (int d = telling.length - 1; d >= 0; d--) still[d] = still[d + 1] + mostOf(telling[d]);
      most = still[0];
      votes = situation.languages();
      today = (int) situation.today().toEpochDay();
      buyerSafe = situation.request().audiences().contains(Audience.BUYER);
      internal = situation.request().audiences().contains(Audience.INTERNAL);
    }

    private double mostOf(Dimension dimension) {
      double asWanted =
          wanted[dimension.ordinal()] == null ? 0 : dimension == Dimension.PERSONA ? PERSONA : 1;
      return asWanted + (named[dimension.ordinal()] == null ? 0 : NAMED);
    }

    /** The same as {@link CandidateSources#may}. */
    boolean mayCome(LabelColumns columns, int i) {
      return buyerSafe && columns.forBuyers(i, today)
          || internal && columns.forColleagues(i, today);
    }

    boolean typeFits(LabelColumns columns, int i) {
      return stage == null || columns.typeFits(i, stage);
    }

    double[] languages(List<String> codes) {
      return codes.stream().mapToDouble(votes::fit).toArray();
    }

    /** How well it fits the buyer's stage. */
    double moment(LabelColumns columns, int i) {
      return stage == null ? 0 : columns.stageAndType(i, stage);
    }

    /**
     * How well its terms fit; at most {@link #most}.
     *
     * @return {@link #TOO_LITTLE} as soon as it cannot be {@code enough} any more
     */
    double terms(LabelColumns columns, int i, double enough) {
      double fit = 0;
      for (int d = 0; d < telling.length; d++) {
        var dimension = telling[d];
        var terms = columns.terms(dimension);
        if (terms.labelled(i)) {
          fit += fit(terms, i, dimension);
          var asked = named[dimension.ordinal()];
          if (asked != null) fit += NAMED * terms.match(i, asked);
        }
        if (fit + still[d + 1] < enough - ROUNDING) return TOO_LITTLE;
      }
      return fit;
    }

    private double fit(LabelColumns.Terms terms, int i, Dimension dimension) {
      var asked = wanted[dimension.ordinal()];
      if (asked == null) return dimension == Dimension.COMPETITOR ? -0.3 : 0;
      double match = terms.match(i, asked);
      return dimension == Dimension.PERSONA ? PERSONA * match : match > 0 ? match : -0.6;
    }

    /** In years; 2 where nobody knows. */
    double age(LabelColumns columns, int i) {
      int since = columns.published(i);
      return since == LabelColumns.NO_DATE ? 2 : Math.max(0, (today - since) * YEARS_OF_A_DAY);
    }
  }

  /** Keeps the best few; of equals those that were offered first. */
  private static final class Best {
    private static final Comparator<Fit> WORST_FIRST =
        Comparator.comparingDouble(Fit::value)
            .thenComparing(fit -> fit.asset().id(), Comparator.reverseOrder());

    private final int size;
    private final PriorityQueue<Fit> kept;
    private double atLeast = Double.NEGATIVE_INFINITY;

    Best(int size) {
      this.size = size;
      this.kept = new PriorityQueue<>(size + 1, WORST_FIRST);
    }

    void offer(LabelColumns columns, int i, double value) {
      if (value <= atLeast) return;
      if (kept.size() == size) kept.remove();
      kept.add(new Fit(columns.asset(i), value));
      if (kept.size() == size) atLeast = kept.element().value();
    }

    void addTo(Set<AssetTraits> found) {
      var fits = new ArrayList<>(kept);
      fits.sort(WORST_FIRST.reversed());
      fits.forEach(fit -> found.add(fit.asset()));
    }
  }
}
