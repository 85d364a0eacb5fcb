package dev.tandem.recommendation;

import dev.tandem.feedback.FeedbackEvent.SlateServed.Pool;
import dev.tandem.learning.RankingModel;
import dev.tandem.learning.experiments.Arm;
import dev.tandem.learning.experiments.Lots;
import dev.tandem.learning.experiments.TeamDraft;
import dev.tandem.learning.experiments.TeamDraft.Team;
import dev.tandem.learning.experiments.TryOut;
import dev.tandem.library.AssetId;
import dev.tandem.recommendation.Slate.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An item at its place on the slate.
 *
 * @param model that scored it
 * @param team whose choice it is, null where it is nobody's in particular
 * @param probability in (0, 1] that it stands there
 */
record Lineup(Ranked ranked, RankingModel model, @Nullable String team, double probability) {
  private static final String TRIED_OUT = "tried_out";

  /** What was seen less often than that is new to reps. */
  private static final int SELDOM_SHOWN = 20;

  /**
   * @param pool what might have been drawn for one place; null where nothing was drawn
   */
  record Drawn(List<Lineup> places, @Nullable Pool pool) {}

  /**
   * Draws the slate from all orders that its arm may make.
   *
   * @param orders by each model of the arm, best first; all of it may be shown
   * @param received what the buyer has already; that is not tried out again
   */
  static Drawn draw(
      Arm arm,
      List<List<Ranked>> orders,
      RecommendationRequest request,
      Set<AssetId> received,
      BiPredicate<AssetId, AssetId> sameText) {
    int slots = request.slots();
    var order = orders.getFirst();
    var found = request.found();
    // an order that was asked for is nobody's to change
    if (found != null && found.inOrder()) return new Drawn(plain(arm.model(), order, slots), null);
    return switch (arm) {
      case Arm.Plain plain -> new Drawn(plain(plain.model(), order, slots), null);
      case Arm.Exploring exploring -> {
        var model = exploring.model();
        var lots =
            TryOut.lots(
                order,
                each -> !received.contains(each.traits().id()),
                Ranked::score,
                each -> model.deviation(each.example()),
                exploring.share(),
                slots);
        var places =
            lots.draw(arm.lot()).stream()
                .map(each -> new Lineup(each.item(), model, each.team(), each.probability()))
                .toList();
        yield new Drawn(places, pool(lots, order));
      }
      case Arm.Interleaved pair -> new Drawn(interleaved(pair, orders, sameText, slots), null);
    };
  }

  /** Whatever some outcome tries out. */
  private static @Nullable Pool pool(Lots<Ranked> lots, List<Ranked> order) {
    var usual = order.stream().map(each -> each.traits().id()).toList();
    var members = new ArrayList<Pool.Member>();
    for (var outcome : lots.outcomes())
      for (var place : outcome.places())
        if (TryOut.TEAM.equals(place.team())) {
          var asset = place.item().traits().id();
          members.add(new Pool.Member(asset, outcome.probability(), usual.indexOf(asset) + 1));
        }
    return members.isEmpty() ? null : new Pool(TryOut.PLACE, members);
  }

  private static List<Lineup> plain(RankingModel model, List<Ranked> order, int slots) {
    return order.stream().limit(slots).map(each -> new Lineup(each, model, null, 1)).toList();
  }

  private static List<Lineup> interleaved(
      Arm.Interleaved pair,
      List<List<Ranked>> orders,
      BiPredicate<AssetId, AssetId> sameText,
      int slots) {
    var rival = pair.rival();
    var candidates = new Contestants(sameText);
    var first = new Team<>(pair.model().version(), candidates.number(orders.getFirst()));
    var second = new Team<>(rival.version(), candidates.number(orders.getLast()));
    return TeamDraft.lots(first, second, candidates::clash, slots).draw(pair.lot()).stream()
        .map(
            each -> {
              boolean rivals = rival.version().equals(each.team());
              var number = each.item();
              return new Lineup(
                  rivals
                      ? orders.getLast().get(second.order().indexOf(number))
                      : candidates.all.get(number),
                  rivals || !first.order().contains(number) ? rival : pair.model(),
                  each.team(),
                  each.probability());
            })
        .toList();
  }

  /**
   * Assets by number, whatever the scores that two models gave them; which of them say the same is
   * asked once.
   */
  private static final class Contestants {
    private final BiPredicate<AssetId, AssetId> sameText;
    private final Map<AssetId, Integer> numbers = new HashMap<>();
    final List<Ranked> all = new ArrayList<>();
    private final Map<Integer, Boolean> clashes = new HashMap<>();

    Contestants(BiPredicate<AssetId, AssetId> sameText) {
      this.sameText = sameText;
    }

    List<Integer> number(List<Ranked> order) {
      return order.stream().map(this::number).toList();
    }

    private Integer number(Ranked ranked) {
      return numbers.computeIfAbsent(
          ranked.traits().id(),
          id -> {
            all.add(ranked);
            return all.size() - 1;
          });
    }

    boolean clash(Integer one, Integer other) {
      if (one.equals(other)) return true;
      int pair = Math.min(one, other) * 1_000 + Math.max(one, other);
      return clashes.computeIfAbsent(pair, unknown -> sayTheSame(all.get(one), all.get(other)));
    }

    private boolean sayTheSame(Ranked one, Ranked other) {
      return one.traits().titleWords().sameThing(other.traits().titleWords())
          || sameText.test(one.traits().id(), other.traits().id());
    }
  }

  /**
   * Says of what is tried out that it is, before any other reason.
   *
   * @param shown how often reps have seen it so far
   */
  List<Reason> mark(List<Reason> reasons, long shown) {
    if (!TryOut.TEAM.equals(team)) return reasons;
    var text = shown < SELDOM_SHOWN ? "New, being tried out" : "Being tried out in such deals";
    return Stream.concat(Stream.of(new Reason(TRIED_OUT, text)), reasons.stream()).toList();
  }
}
