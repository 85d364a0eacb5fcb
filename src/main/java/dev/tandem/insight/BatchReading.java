package dev.tandem.insight;

import dev.tandem.deals.Opportunities;
import dev.tandem.deals.OpportunityId;
import dev.tandem.feedback.EventAuthor;
import dev.tandem.feedback.FeedbackEvent;
import dev.tandem.feedback.FeedbackEvent.BuyerView;
import dev.tandem.feedback.FeedbackEvent.Retraction;
import dev.tandem.feedback.FeedbackEvent.Share;
import dev.tandem.feedback.FeedbackEvent.SlateServed;
import dev.tandem.feedback.FeedbackLog.LoggedEvent;
import dev.tandem.identity.UserId;
import dev.tandem.insight.EventTable.EventRow;
import dev.tandem.insight.EventTable.SlateRow;
import dev.tandem.learning.experiments.TryOut;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Events of the log as rows of the read model. Rep and deal of an event often stand only with its
 * slate or share, and the stage only in the deal's history; all three are looked up once a batch.
 */
final class BatchReading {
  private static final int LONGEST_SLATE = 1_000;

  /** The arm of slates ordered by the model in use, in the log. */
  private static final String IN_USE = "in_use";

  /** For whom, and on which deal, something was shown or sent. */
  private record Origin(
      @Nullable String rep, @Nullable String deal, List<String> assets, @Nullable Instant at) {
    static final Origin UNKNOWN = new Origin(null, null, List.of(), null);

    /** Counted from 1; null for an asset that does not stand on the slate. */
    @Nullable Integer position(String asset) {
      int place = assets.indexOf(asset);
      return place < 0 ? null : place + 1;
    }
  }

  private final List<LoggedEvent> batch;
  private final Map<String, Origin> slates;
  private final Map<String, Origin> shares;
  private final StagesOverTime stages;

  BatchReading(List<LoggedEvent> batch, EventTable table, Opportunities opportunities) {
    this.batch = batch;
    this.slates = slates(table);
    this.shares = shares(table);
    this.stages = new StagesOverTime(opportunities.stageHistories(deals()));
  }

  List<SlateRow> slateRows() {
    return events(SlateServed.class).map(this::slateRow).toList();
  }

  List<EventRow> eventRows() {
    return batch.stream()
        .flatMap(logged -> Said.by(logged.event()).map(said -> row(logged, said)).stream())
        .toList();
  }

  /** The keys of events that were taken back. */
  List<String> retracted() {
    return events(Retraction.class).map(Retraction::retracted).toList();
  }

  /** Of everything that came or was taken back, and of what it changes about earlier days. */
  Set<LocalDate> days(EventTable table) {
    var slates = new HashSet<String>();
    for (var logged : batch)
      Said.by(logged.event())
          .filter(said -> Action.USES.contains(said.action()) && said.slate() != null)
          .ifPresent(said -> slates.add(String.valueOf(said.slate())));
    // whether a slate was seen counts on the day on which it was served
    var served = this.slates.values().stream().map(Origin::at).filter(Objects::nonNull);
    return Stream.of(
            batch.stream().map(logged -> logged.event().at()),
            served.map(Objects::requireNonNull),
            table.moments(retracted(), slates).stream())
        .flatMap(moments -> moments)
        .map(Days::day)
        .collect(Collectors.toSet());
  }

  private <T extends FeedbackEvent> Stream<T> events(Class<T> type) {
    return batch.stream().map(LoggedEvent::event).filter(type::isInstance).map(type::cast);
  }

  /** Of the slates named in this batch, from earlier batches or from this one. */
  private Map<String, Origin> slates(EventTable table) {
    var named = new HashSet<String>();
    events(SlateServed.class).forEach(served -> named.add(served.slate()));
    for (var logged : batch)
      Said.by(logged.event())
          .ifPresent(
              said -> {
                if (said.slate() != null) named.add(said.slate());
              });
    var known = new HashMap<String, Origin>();
    table
        .slates(named)
        .forEach(
            (slate, row) ->
                known.put(slate, new Origin(row.rep(), row.deal(), row.assets(), row.at())));
    events(SlateServed.class)
        .forEach(
            served ->
                known.putIfAbsent(
                    served.slate(),
                    new Origin(
                        served.rep().value(),
                        valueOf(served.deal()),
                        ordered(served),
                        served.at())));
    return known;
  }

  /** Of the shares that buyers looked at in this batch, in the same way. */
  private Map<String, Origin> shares(EventTable table) {
    var named = events(BuyerView.class).map(BuyerView::share).collect(Collectors.toSet());
    var known = new HashMap<String, Origin>();
    table
        .shares(named)
        .forEach(
            (share, row) -> known.put(share, new Origin(row.rep(), row.deal(), List.of(), null)));
    events(Share.class)
        .filter(share -> named.contains(share.share()))
        .forEach(
            share -> {
              var slate = origin(slates, share.slate());
              var deal = share.deal() == null ? slate.deal() : share.deal().value();
              known.putIfAbsent(
                  share.share(), new Origin(share.rep().value(), deal, List.of(), null));
            });
    return known;
  }

  private HashSet<OpportunityId> deals() {
    var deals = new HashSet<OpportunityId>();
    for (var logged : batch)
      Said.by(logged.event())
          .ifPresent(
              said -> {
                if (said.deal() != null) deals.add(said.deal());
              });
    Stream.concat(slates.values().stream(), shares.values().stream())
        .forEach(
            origin -> {
              if (origin.deal() != null) deals.add(new OpportunityId(origin.deal()));
            });
    return deals;
  }

  private SlateRow slateRow(SlateServed served) {
    var deal = valueOf(served.deal());
    return new SlateRow(
        served.slate(),
        served.at(),
        served.surface().id(),
        served.rep().value(),
        deal,
        served.query(),
        stages.at(deal, served.at()),
        ordered(served),
        served.items().stream()
            .filter(item -> item.position() == 1)
            .map(SlateServed.Item::score)
            .findFirst()
            .orElse(null),
        served.model(),
        experiment(served));
  }

  /**
   * Where something is tried out, what would stand at its place stands one further down instead: in
   * logs without a pool that place tells how probable it was.
   */
  private static EventTable.Experiment experiment(SlateServed served) {
    if (served.arm() == null) return EventTable.Experiment.NONE;
    var teams = new ArrayList<String>();
    String tried = null;
    var byPosition = new HashMap<Integer, SlateServed.Item>();
    for (var item : served.items()) {
      if (item.position() > LONGEST_SLATE) continue;
      while (teams.size() < item.position()) teams.add("");
      if (item.team() != null) teams.set(item.position() - 1, item.team());
      if (TryOut.TEAM.equals(item.team())) tried = item.asset().value();
      byPosition.put(item.position(), item);
    }
    if (teams.stream().allMatch(String::isEmpty)) teams.clear();
    var pool = served.arm().equals(IN_USE) ? possible(served) : List.<EventTable.Possible>of();
    if (!pool.isEmpty() && drawnFrom(pool, tried)) {
      double chance = pool.stream().mapToDouble(EventTable.Possible::chance).sum();
      return new EventTable.Experiment(
          served.arm(),
          teams,
          tried == null ? "" : tried,
          tried == null ? 1 - chance : chance,
          pool);
    }
    var usual = byPosition.get(TryOut.PLACE + (tried == null ? 0 : 1));
    boolean drawn =
        served.arm().equals(IN_USE)
            && byPosition.containsKey(TryOut.PLACE + 1)
            && usual != null
            && usual.selectionProbability() < 1;
    return new EventTable.Experiment(
        served.arm(),
        teams,
        drawn ? (tried == null ? "" : tried) : null,
        drawn && usual != null ? usual.selectionProbability() : null,
        List.of());
  }

  private static List<EventTable.Possible> possible(SlateServed served) {
    var pool = served.pool();
    if (pool == null) return List.of();
    int length = served.items().stream().mapToInt(SlateServed.Item::position).max().orElse(0);
    return pool.members().stream()
        .map(
            member ->
                new EventTable.Possible(
                    member.asset().value(),
                    member.selectionProbability(),
                    member.otherwise() > length))
        .toList();
  }

  /** Whether what was tried out can have come from this pool. */
  private static boolean drawnFrom(List<EventTable.Possible> pool, @Nullable String tried) {
    return tried == null || pool.stream().anyMatch(one -> one.asset().equals(tried));
  }

  /** The assets by position; places that the slate leaves out are empty. */
  private static List<String> ordered(SlateServed served) {
    var ordered = new ArrayList<String>();
    for (var item : served.items()) {
      if (item.position() > LONGEST_SLATE) continue;
      while (ordered.size() < item.position()) ordered.add("");
      ordered.set(item.position() - 1, item.asset().value());
    }
    return ordered;
  }

  private EventRow row(LoggedEvent logged, Said said) {
    var event = logged.event();
    var origin =
        event instanceof BuyerView view
            ? origin(shares, view.share())
            : origin(slates, said.slate());
    var deal = said.deal() == null ? origin.deal() : said.deal().value();
    return new EventRow(
        logged.sequence(),
        event.key(),
        event.at(),
        said.action(),
        said.asset().value(),
        EventAuthor.of(event).map(UserId::value).orElse(origin.rep()),
        deal,
        stages.at(deal, event.at()),
        said.slate(),
        said.share(),
        said.seconds(),
        said.reason(),
        said.action() == Action.IMPRESSION ? origin.position(said.asset().value()) : null);
  }

  private static Origin origin(Map<String, Origin> known, @Nullable String name) {
    return name == null ? Origin.UNKNOWN : known.getOrDefault(name, Origin.UNKNOWN);
  }

  private static @Nullable String valueOf(@Nullable OpportunityId id) {
    return id == null ? null : id.value();
  }
}
