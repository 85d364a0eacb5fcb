package dev.tandem.recommendation.curation;

import dev.tandem.feedback.FeedbackEvent;
import dev.tandem.feedback.FeedbackEvent.AssetUsed;
import dev.tandem.feedback.FeedbackEvent.Impression;
import dev.tandem.feedback.FeedbackEvent.Retraction;
import dev.tandem.feedback.FeedbackEvent.Share;
import dev.tandem.feedback.FeedbackEvent.SlateServed;
import dev.tandem.feedback.FeedbackLog;
import dev.tandem.library.AssetId;
import dev.tandem.shared.Proportion;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Counts what came of the slates that rules were due for. It follows the log by cursor, from the
 * first rule on; whoever asks takes in what was written since.
 */
@Component
public class CurationEffects {
  private static final int PAGE = 2_000;

  /** So many of the newest slates are remembered. */
  private static final int MOST_SLATES = 100_000;

  /** A rep's day on a deal, with or without rules. */
  private record Visit(String rep, @Nullable String deal, LocalDate day, boolean leftOut) {}

  private static final class Ruled {
    final Visit visit;
    final List<Long> rules;
    final Map<AssetId, Integer> uses = new HashMap<>(2);
    boolean seen;

    Ruled(Visit visit, List<Long> rules) {
      this.visit = visit;
      this.rules = rules;
    }
  }

  private record Use(String slate, AssetId asset) {}

  private static final class Outcome {
    boolean used;
    boolean anythingUsed;
  }

  private final FeedbackLog log;
  private final Clock clock;
  private final Map<String, Ruled> slates = newest(MOST_SLATES);
  private final Map<String, Use> uses = newest(MOST_SLATES);
  private long cursor = -1;

  CurationEffects(FeedbackLog log, Clock clock) {
    this.log = log;
    this.clock = clock;
  }

  /** By number of the rule, as of the newest event. */
  public synchronized Map<Long, CurationEffect> of(List<CurationRule> rules) {
    if (rules.isEmpty()) return Map.of();
    catchUp(rules);
    var effects = new HashMap<Long, CurationEffect>();
    for (var rule : rules) effects.put(rule.id(), effect(rule));
    return effects;
  }

  private void catchUp(List<CurationRule> rules) {
    long first = rules.stream().mapToLong(CurationRule::logSequence).min().orElse(0);
    if (cursor < 0) cursor = first;
    for (var page = log.after(cursor, PAGE); !page.isEmpty(); page = log.after(cursor, PAGE)) {
      for (var logged : page) take(logged.event());
      cursor = page.getLast().sequence();
    }
  }

  private void take(FeedbackEvent event) {
    switch (event) {
      case SlateServed served -> serve(served);
      case Impression seen -> {
        var slate = slates.get(seen.slate());
        if (slate != null) slate.seen = true;
      }
      case AssetUsed used -> use(used.key(), used.slate(), used.asset());
      case Share sent -> use(sent.key(), sent.slate(), sent.asset());
      case Retraction retraction -> {
        var use = uses.remove(retraction.retracted());
        var slate = use == null ? null : slates.get(use.slate());
        if (use != null && slate != null) slate.uses.merge(use.asset(), -1, Integer::sum);
      }
      default -> {}
    }
  }

  private void serve(SlateServed served) {
    var curated = served.curated();
    if (curated == null) return;
    var deal = served.deal();
    var visit =
        new Visit(
            served.rep().value(),
            deal == null ? null : deal.value(),
            LocalDate.ofInstant(served.at(), clock.getZone()),
            curated.leftOut());
    slates.putIfAbsent(served.slate(), new Ruled(visit, curated.rules()));
  }

  private void use(String key, @Nullable String on, AssetId asset) {
    var slate = on == null ? null : slates.get(on);
    if (on == null || slate == null) return;
    slate.seen = true;
    slate.uses.merge(asset, 1, Integer::sum);
    uses.put(key, new Use(on, asset));
  }

  private CurationEffect effect(CurationRule rule) {
    var visits = new HashMap<Visit, Outcome>();
    for (var slate : slates.values()) {
      if (!slate.seen || !slate.rules.contains(rule.id())) continue;
      var outcome = visits.computeIfAbsent(slate.visit, none -> new Outcome());
      outcome.used |= slate.uses.getOrDefault(rule.wanted().asset(), 0) > 0;
      outcome.anythingUsed |= slate.uses.values().stream().anyMatch(times -> times > 0);
    }
    return new CurationEffect(
        count(visits, false, false),
        count(visits, true, false),
        count(visits, false, true),
        count(visits, true, true));
  }

  private static Proportion count(Map<Visit, Outcome> visits, boolean leftOut, boolean anything) {
    long trials = 0;
    long successes = 0;
    for (var visit : visits.entrySet()) {
      if (visit.getKey().leftOut() != leftOut) continue;
      trials++;
      var outcome = visit.getValue();
      if (anything ? outcome.anythingUsed : outcome.used) successes++;
    }
    return new Proportion(successes, trials);
  }

  private static <V> Map<String, V> newest(int most) {
    return new LinkedHashMap<>() {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > most;
      }
    };
  }
}
