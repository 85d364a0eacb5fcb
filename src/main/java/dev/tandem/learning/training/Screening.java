package dev.tandem.learning.training;

import dev.tandem.identity.UserId;
import dev.tandem.library.AssetId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Bounds what one person, or one broken client, can make a model believe. Nothing is thrown away
 * for good: the events stay in the log, and the next training screens them anew.
 *
 * @param dailyExcess sessions left out, beyond {@link #MOST_A_DAY} of one rep on one day
 * @param triedOut sessions of people who do not sell, such as marketers who look what comes
 * @param clickers reps who use nearly everything they see, which says nothing of any item
 * @param repeated items, beyond the first few of one asset before one rep, that count less in sum
 * @param dominant reps whose share of all evidence was cut
 */
public record Screening(
    TrainingSet kept,
    int dailyExcess,
    int triedOut,
    List<UserId> clickers,
    int repeated,
    List<UserId> dominant) {

  /** No person opens more slates a day than this; a script does. */
  static final int MOST_A_DAY = 300;

  /** A marketer or an administrator looks what comes; that says little of what helps to sell. */
  static final double TRIED_OUT_WEIGHT = 0.05;

  /** From so many seen items on, a rep who used this share of them is not choosing. */
  static final int CLICKER_SEEN = 20;

  static final double CLICKER_SHARE = 0.9;
  static final double CLICKER_WEIGHT = 0.05;

  /**
   * What one rep did with one asset, used or passed over, counts as at most so many items. Both
   * alike, or what many reps use often would seem to be passed over.
   */
  static final double MOST_OF_ONE_ASSET = 10;

  /** With r reps, one counts for at most this many times 1/r, never below {@link #LEAST_SHARE}. */
  static final double MOST_SHARE = 2;

  static final double LEAST_SHARE = 0.05;

  /**
   * @param insider whether somebody is known not to sell
   */
  static Screening of(List<Session> sessions, Predicate<UserId> insider) {
    var daily = new HashMap<String, Integer>();
    var kept = new ArrayList<Session>();
    for (var session : sessions) {
      var day = session.rep().value() + LocalDate.ofInstant(session.at(), ZoneOffset.UTC);
      if (daily.merge(day, 1, Integer::sum) <= MOST_A_DAY) kept.add(session);
    }
    int excess = sessions.size() - kept.size();
    int triedOut = 0;
    for (int i = 0; i < kept.size(); i++)
      if (insider.test(kept.get(i).rep())) {
        kept.set(i, kept.get(i).with(item -> item.weighing(TRIED_OUT_WEIGHT)));
        triedOut++;
      }
    var clickers = clickers(kept);
    kept.replaceAll(
        session ->
            clickers.contains(session.rep())
                ? session.with(item -> item.weighing(CLICKER_WEIGHT))
                : session);
    int repeated = boundRepeats(kept);
    var dominant = boundShares(kept);
    return new Screening(new TrainingSet(kept), excess, triedOut, clickers, repeated, dominant);
  }

  private static List<UserId> clickers(List<Session> sessions) {
    var seen = new HashMap<UserId, Integer>();
    var used = new HashMap<UserId, Integer>();
    for (var session : sessions)
      for (var item : session.items()) {
        seen.merge(session.rep(), 1, Integer::sum);
        if (item.used()) used.merge(session.rep(), 1, Integer::sum);
      }
    return seen.entrySet().stream()
        .filter(
            rep ->
                rep.getValue() >= CLICKER_SEEN
                    && used.getOrDefault(rep.getKey(), 0) >= CLICKER_SHARE * rep.getValue())
        .map(Map.Entry::getKey)
        .sorted(java.util.Comparator.comparing(UserId::value))
        .toList();
  }

  private record Pair(UserId rep, AssetId asset) {}

  private static int boundRepeats(List<Session> sessions) {
    var seen = new HashMap<Pair, Integer>();
    for (var session : sessions)
      for (var item : session.items())
        if (item.example().asset() != null)
          seen.merge(new Pair(session.rep(), item.example().asset()), 1, Integer::sum);
    int repeated = 0;
    for (int count : seen.values()) repeated += Math.max(0, count - (int) MOST_OF_ONE_ASSET);
    if (repeated == 0) return 0;
    sessions.replaceAll(
        session ->
            session.with(
                item -> {
                  var asset = item.example().asset();
                  if (asset == null) return item;
                  int count = seen.getOrDefault(new Pair(session.rep(), asset), 1);
                  return count <= MOST_OF_ONE_ASSET
                      ? item
                      : item.weighing(MOST_OF_ONE_ASSET / count);
                }));
    return repeated;
  }

  private static List<UserId> boundShares(List<Session> sessions) {
    var weights = new HashMap<UserId, Double>();
    for (var session : sessions)
      for (var item : session.items()) weights.merge(session.rep(), item.weight(), Double::sum);
    double share = Math.clamp(MOST_SHARE / Math.max(1, weights.size()), LEAST_SHARE, 1);
    double total = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    var factors = new HashMap<UserId, Double>();
    weights.forEach(
        (rep, weight) -> {
          // so that afterwards it is that share of what all others weigh and itself together
          double most = share >= 1 ? weight : share / (1 - share) * (total - weight);
          if (weight > most) factors.put(rep, Math.max(most, 1) / weight);
        });
    factors.values().removeIf(factor -> factor >= 1);
    if (!factors.isEmpty())
      sessions.replaceAll(
          session -> {
            var factor = factors.get(session.rep());
            return factor == null ? session : session.with(item -> item.weighing(factor));
          });
    return factors.keySet().stream().sorted(java.util.Comparator.comparing(UserId::value)).toList();
  }
}
