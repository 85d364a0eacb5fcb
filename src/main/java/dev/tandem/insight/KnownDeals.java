package dev.tandem.insight;

import dev.tandem.deals.Opportunities;
import dev.tandem.deals.OpportunitiesChanged;
import dev.tandem.deals.Opportunity;
import dev.tandem.deals.OpportunityId;
import dev.tandem.deals.Outcome;
import dev.tandem.deals.StageEntry;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The deals and their stages in memory: reports look at all of them again and again. */
@Component
public class KnownDeals {
  private static final int PAGE = 5_000;

  /** All deals as they are now, by id. */
  record Deals(Map<String, Opportunity> byId, StagesOverTime stages) {

    /** The deals of each outcome by their numbers; those without one were never used for. */
    Map<Outcome, BitSet> outcomes(Map<String, Integer> numbers, Predicate<Opportunity> which) {
      var outcomes = new EnumMap<Outcome, BitSet>(Outcome.class);
      for (var deal : byId.values()) {
        var number = numbers.get(deal.id().value());
        if (number != null && which.test(deal))
          outcomes.computeIfAbsent(deal.outcome(), unknown -> new BitSet()).set(number);
      }
      return outcomes;
    }
  }

  private final Opportunities opportunities;
  private final Set<OpportunityId> changed = new HashSet<>();
  private boolean allChanged = true;
  private Deals known = new Deals(Map.of(), new StagesOverTime(Map.of()));

  KnownDeals(Opportunities opportunities) {
    this.opportunities = opportunities;
  }

  @EventListener
  void on(OpportunitiesChanged event) {
    synchronized (changed) {
      changed.addAll(event.deals());
      if (event.deals().isEmpty()) allChanged = true;
    }
  }

  /** All deals as they are now. */
  public List<Opportunity> all() {
    return List.copyOf(now().byId().values());
  }

  /** The stages of each deal that has a history, oldest first. */
  public Collection<List<StageEntry>> histories() {
    return now().stages().histories().values();
  }

  /** Before anybody waits for them: to read all deals anew after a start takes seconds. */
  @Scheduled(fixedDelay = 5_000)
  void follow() {
    now();
  }

  synchronized Deals now() {
    boolean all;
    List<OpportunityId> some;
    synchronized (changed) {
      all = allChanged;
      some = List.copyOf(changed);
      allChanged = false;
      changed.clear();
    }
    try {
      if (all) known = readAll();
      else if (!some.isEmpty()) known = with(some);
    } catch (RuntimeException failed) {
      synchronized (changed) {
        allChanged |= all;
        changed.addAll(some);
      }
      throw failed;
    }
    return known;
  }

  private Deals readAll() {
    var byId = new HashMap<String, Opportunity>();
    for (var deal : opportunities.all()) byId.put(deal.id().value(), deal);
    var histories = new HashMap<OpportunityId, List<StageEntry>>();
    var ids = byId.keySet().stream().map(OpportunityId::new).toList();
    for (int from = 0; from < ids.size(); from += PAGE)
      histories.putAll(
          opportunities.stageHistories(ids.subList(from, Math.min(ids.size(), from + PAGE))));
    return new Deals(
        Collections.unmodifiableMap(byId),
        new StagesOverTime(Collections.unmodifiableMap(histories)));
  }

  private Deals with(List<OpportunityId> some) {
    var byId = new HashMap<>(known.byId());
    var histories = new HashMap<>(known.stages().histories());
    var ids = new ArrayList<>(some);
    for (int from = 0; from < ids.size(); from += PAGE) {
      var page = ids.subList(from, Math.min(ids.size(), from + PAGE));
      var found = opportunities.findAll(page);
      var stages = opportunities.stageHistories(page);
      for (var id : page) {
        var deal = found.get(id);
        if (deal == null) byId.remove(id.value());
        else byId.put(id.value(), deal);
        var history = stages.get(id);
        if (history == null) histories.remove(id);
        else histories.put(id, history);
      }
    }
    return new Deals(
        Collections.unmodifiableMap(byId),
        new StagesOverTime(Collections.unmodifiableMap(histories)));
  }
}
