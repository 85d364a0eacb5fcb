package dev.tandem.deals;

import dev.tandem.identity.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class JdbcOpportunities implements Opportunities {
  private static final String UPSERT =
      """
      insert into opportunity (id, name, account, account_key, industry, company_size, region,
        personas, sales_stage, stage_override, crm_journey_stage, competitors, products, amount,
        currency, owner, created_on, closed_on, outcome, loss_reason, lead_source, notes, changed_at)
      values (:id, :name, :account, :account_key, :industry, :company_size, :region,
        :personas, :sales_stage, :stage_override, :crm_journey_stage, :competitors, :products,
        :amount, :currency, :owner, :created_on, :closed_on, :outcome, :loss_reason, :lead_source,
        :notes, :changed_at)
      on conflict (id) do update set name = excluded.name, account = excluded.account,
        account_key = excluded.account_key, industry = excluded.industry,
        company_size = excluded.company_size, region = excluded.region,
        personas = excluded.personas, sales_stage = excluded.sales_stage,
        stage_override = excluded.stage_override, crm_journey_stage = excluded.crm_journey_stage,
        competitors = excluded.competitors, products = excluded.products, amount = excluded.amount,
        currency = excluded.currency, owner = excluded.owner, created_on = excluded.created_on,
        closed_on = excluded.closed_on, outcome = excluded.outcome,
        loss_reason = excluded.loss_reason, lead_source = excluded.lead_source,
        notes = excluded.notes, changed_at = excluded.changed_at
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final JdbcStageMap stages;
  private final JdbcStageHistory history;
  private final DealTerms terms;
  private final Clock clock;
  private final ApplicationEventPublisher publisher;

  JdbcOpportunities(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      JdbcStageMap stages,
      JdbcStageHistory history,
      DealTerms terms,
      Clock clock,
      ApplicationEventPublisher publisher) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.stages = stages;
    this.history = history;
    this.terms = terms;
    this.clock = clock;
    this.publisher = publisher;
  }

  @Override
  public Optional<Opportunity> find(OpportunityId id) {
    return row(id).map(OpportunityRow::deal);
  }

  private Optional<OpportunityRow> row(OpportunityId id) {
    return jdbc.sql("select * from opportunity where id = :id")
        .param("id", id.value())
        .query(OpportunityRow::read)
        .optional();
  }

  @Override
  public List<Opportunity> openOf(UserId owner) {
    return deals(
        jdbc.sql(
                "select * from opportunity where owner = :owner and outcome = 'open'"
                    + " order by changed_at desc, id")
            .param("owner", owner.value()));
  }

  @Override
  public Map<OpportunityId, Opportunity> findAll(Collection<OpportunityId> ids) {
    var found = new LinkedHashMap<OpportunityId, Opportunity>();
    deals(jdbc.sql("select * from opportunity where id = any(:ids)").param("ids", values(ids)))
        .forEach(deal -> found.put(deal.id(), deal));
    return found;
  }

  @Override
  public List<Opportunity> all() {
    return deals(jdbc.sql("select * from opportunity order by id"));
  }

  @Override
  public Page list(OpportunityQuery query) {
    return new DealList(jdbc, stages).page(query);
  }

  @Override
  public List<OpportunityId> ofSameAccount(OpportunityId id) {
    return jdbc.sql(
            """
            select id from opportunity where id = :id or account_key =
              (select account_key from opportunity where id = :id) order by id
            """)
        .param("id", id.value())
        .query((row, n) -> new OpportunityId(row.getString(1)))
        .list();
  }

  @Override
  public List<UserId> owners() {
    return jdbc.sql("select distinct owner from opportunity where owner is not null order by owner")
        .query((row, n) -> new UserId(row.getString(1)))
        .list();
  }

  @Override
  public Map<Outcome, Long> countByOutcome() {
    var counts = new EnumMap<Outcome, Long>(Outcome.class);
    jdbc.sql("select outcome, count(*) from opportunity group by outcome")
        .query(
            row -> {
              var outcome = Objects.requireNonNull(row.getString(1)).toUpperCase(Locale.ROOT);
              counts.put(Outcome.valueOf(outcome), row.getLong(2));
            });
    return counts;
  }

  @Override
  public DealContext contextOf(OpportunityId id) {
    return find(id).map(this::contextOf).orElse(DealContext.EMPTY);
  }

  private DealContext contextOf(Opportunity deal) {
    return new DealContext(
        deal.id(),
        stageOf(deal),
        deal.industry(),
        deal.companySize(),
        deal.region(),
        deal.personas(),
        deal.competitors(),
        deal.products(),
        deal.notes());
  }

  @Override
  public DealContext contextOf(DealDescription description) {
    return terms.read(description);
  }

  @Override
  public StageReading stageOf(Opportunity deal) {
    if (deal.stageOverride() != null)
      return new StageReading(deal.stageOverride(), StageReading.Basis.STATED);
    return stages.read(deal.salesStage(), deal.outcome());
  }

  @Override
  public void save(Opportunity deal) {
    transaction.executeWithoutResult(
        status -> {
          var before = row(deal.id()).orElse(null);
          write(before, new OpportunityRow(deal, before == null ? null : before.crmStage()), null);
        });
    changed(Set.of(deal.id()));
  }

  @Override
  public Receipt receive(Opportunity fromCrm) {
    return receiveAll(List.of(fromCrm)).getFirst();
  }

  @Override
  public List<Receipt> receiveAll(List<Opportunity> fromCrm) {
    return receiveAll(fromCrm, Map.of());
  }

  @Override
  public List<Receipt> receiveAll(
      List<Opportunity> fromCrm, Map<OpportunityId, Instant> enteredStage) {
    var receipts = new ArrayList<Receipt>();
    transaction.executeWithoutResult(
        status -> fromCrm.forEach(deal -> receipts.add(take(deal, enteredStage.get(deal.id())))));
    var changed = new HashSet<OpportunityId>();
    for (int i = 0; i < receipts.size(); i++)
      if (receipts.get(i) != Receipt.UNCHANGED) changed.add(fromCrm.get(i).id());
    if (!changed.isEmpty()) changed(changed);
    return receipts;
  }

  private Receipt take(Opportunity fromCrm, @Nullable Instant enteredStage) {
    var before = row(fromCrm.id()).orElse(null);
    var stated = fromCrm.stageOverride();
    if (before == null) return write(null, new OpportunityRow(fromCrm, stated), enteredStage);
    boolean statesAnew = stated != null && stated != before.crmStage();
    var override = statesAnew ? stated : before.deal().stageOverride();
    var crmStage = stated == null ? before.crmStage() : stated;
    var row = new OpportunityRow(fromCrm.withStageOverride(override), crmStage);
    return write(before, row, enteredStage);
  }

  private Receipt write(
      @Nullable OpportunityRow before, OpportunityRow row, @Nullable Instant enteredStage) {
    if (before != null && before.sameAs(row)) return Receipt.UNCHANGED;
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var after = new OpportunityRow(row.deal().withChangedAt(now), row.crmStage());
    jdbc.sql(UPSERT).paramSource(after.requireStorable().parameters()).update();
    if (before == null || movedOn(before.deal(), after.deal()))
      history.note(
          after.deal(), enteredStage != null ? enteredStage : enteredAt(after.deal(), now));
    return before == null ? Receipt.ADDED : Receipt.CHANGED;
  }

  private static boolean movedOn(Opportunity before, Opportunity after) {
    return !Objects.equals(before.salesStage(), after.salesStage())
        || before.stageOverride() != after.stageOverride();
  }

  /** A closed deal came to its last stage on the day it closed, however late we hear of it. */
  private static Instant enteredAt(Opportunity deal, Instant now) {
    if (deal.outcome() == Outcome.OPEN || deal.closedOn() == null) return now;
    var closed = deal.closedOn().atStartOfDay(ZoneOffset.UTC).toInstant();
    return closed.isBefore(now) ? closed : now;
  }

  @Override
  public List<StageEntry> stageHistory(OpportunityId id) {
    return history.of(List.of(id)).getOrDefault(id, List.of());
  }

  @Override
  public Map<OpportunityId, List<StageEntry>> stageHistories(Collection<OpportunityId> ids) {
    return history.of(ids);
  }

  @Override
  public int addHistory(List<StageMoment> moments) {
    int added;
    try {
      added = Objects.requireNonNull(transaction.execute(status -> history.add(moments)));
    } catch (DataIntegrityViolationException refused) {
      throw new IllegalArgumentException("stage history of a deal that does not exist", refused);
    }
    if (added > 0) changed(moments.stream().map(StageMoment::deal).collect(Collectors.toSet()));
    return added;
  }

  @Override
  public int remove(Collection<OpportunityId> ids) {
    if (ids.isEmpty()) return 0;
    int removed =
        jdbc.sql("delete from opportunity where id = any(:ids)").param("ids", values(ids)).update();
    if (removed > 0) changed(Set.copyOf(ids));
    return removed;
  }

  @Override
  public boolean merge(OpportunityId lost, OpportunityId winner) {
    if (lost.equals(winner)) return false;
    boolean merged =
        Boolean.TRUE.equals(
            transaction.execute(
                status -> {
                  if (row(winner).isEmpty() || row(lost).isEmpty()) return false;
                  history.copy(lost, winner);
                  return jdbc.sql("delete from opportunity where id = :id")
                          .param("id", lost.value())
                          .update()
                      > 0;
                }));
    if (merged) changed(Set.of(lost, winner));
    return merged;
  }

  /** Who listens may read at once: so it is said when the transaction around it is on disk. */
  private void changed(Set<OpportunityId> deals) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      say(deals);
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            say(deals);
          }
        });
  }

  private void say(Set<OpportunityId> deals) {
    stages.forgetOrder();
    publisher.publishEvent(new OpportunitiesChanged(deals));
  }

  private static List<Opportunity> deals(JdbcClient.StatementSpec statement) {
    return statement.query(OpportunityRow::read).list().stream().map(OpportunityRow::deal).toList();
  }

  private static String[] values(Collection<OpportunityId> ids) {
    return ids.stream().map(OpportunityId::value).toArray(String[]::new);
  }
}
