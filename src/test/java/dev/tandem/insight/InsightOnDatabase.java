package dev.tandem.insight;

import dev.tandem.deals.DealsOnDatabase;
import dev.tandem.deals.Opportunities;
import dev.tandem.deals.OpportunitiesChanged;
import dev.tandem.feedback.FeedbackLog;
import dev.tandem.library.AssetId;
import dev.tandem.library.Assets;
import dev.tandem.library.NearCopies;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** All reports on one database, without Spring. */
public final class InsightOnDatabase {

  /** Texts that nobody compares, but for the pairs that a test names. */
  public static final class NamedCopies implements NearCopies {
    final Map<AssetId, List<NearCopy>> copies = new HashMap<>();

    @Override
    public List<NearCopy> of(AssetId id, int limit) {
      return copies.getOrDefault(id, List.of());
    }

    @Override
    public Map<AssetId, List<NearCopy>> among(Set<AssetId> some) {
      return copies;
    }

    @Override
    public boolean sayTheSame(AssetId one, AssetId other) {
      return of(one, 1).stream().anyMatch(copy -> copy.asset().equals(other));
    }

    @Override
    public void catchUp() {}
  }

  public final ContentPerformance performance;
  public final PeriodCounts periods;
  public final AssetReport assets;
  public final JourneyReport journey;
  public final UnusedReport unused;
  public final GapsReport gaps;
  public final ChampionsReport champions;
  public final AttributionReport attribution;
  public final EffectReport effects;
  public final InsightReadModel rebuilding;
  public final Opportunities deals;
  public final KnownAssets knownAssets;
  public final KnownDeals knownDeals;
  public final DealContent dealContent;
  final ReadModel readModel;
  final PerformanceTables tables;
  final RollUps rollUps;
  public final NamedCopies copies = new NamedCopies();

  public InsightOnDatabase(
      JdbcClient jdbc,
      DataSource source,
      PlatformTransactionManager transactions,
      FeedbackLog log,
      Assets library,
      Clock clock) {
    var readers = new ArrayList<Consumer<OpportunitiesChanged>>();
    deals =
        DealsOnDatabase.open(
            jdbc,
            transactions,
            clock,
            event -> readers.forEach(reader -> reader.accept((OpportunitiesChanged) event)));
    var inTransaction = new TransactionTemplate(transactions);
    rollUps = new RollUps(jdbc, inTransaction);
    var stages = new StageCorrection(jdbc, deals, rollUps, inTransaction);
    readers.add(stages::on);
    readModel =
        new ReadModel(
            log,
            deals,
            new EventTable(jdbc, new JdbcTemplate(source)),
            rollUps,
            stages,
            new MergedCopies(jdbc, library, rollUps, inTransaction),
            inTransaction,
            clock);
    rebuilding = readModel;
    var names = new NameNumbers(jdbc);
    var rows = new PackedRows(jdbc);
    tables = new PerformanceTables(jdbc, rows, names);
    var reaches = new ReachTables(rows, names);
    var paths = new DealPaths(jdbc, names);
    dealContent = new DealContent(paths);
    var reasons = new ReasonTables(jdbc);
    var revenue = new InfluencedRevenue(paths);
    knownAssets = new KnownAssets(library);
    knownDeals = new KnownDeals(deals);
    readers.add(knownDeals::on);
    var dealStages = new DealStages(deals);
    var added =
        new JdbcContentPerformance(
            readModel, tables, reaches, revenue, knownAssets, knownDeals, clock);
    performance = added;
    periods = new PeriodCounts(readModel, tables, reaches);
    assets =
        new JdbcAssetReport(
            added, tables, reasons, revenue, new WinRates(paths), knownDeals, clock);
    journey =
        new JdbcJourneyReport(
            readModel, tables, reaches, paths, knownAssets, knownDeals, dealStages, clock);
    unused =
        new JdbcUnusedReport(
            readModel, tables, reasons, knownAssets, knownDeals, dealStages, copies, clock);
    gaps =
        new JdbcGapsReport(
            readModel, new GapTables(jdbc, names), knownAssets, knownDeals, dealStages, clock);
    champions = new JdbcChampionsReport(readModel, paths, knownAssets, knownDeals);
    effects = new JdbcEffectReport(readModel, new TrialTables(jdbc, rows), knownAssets);
    attribution = new SideBySide(readModel, revenue, knownAssets, knownDeals);
  }

  public static DailyUses dailyUses(JdbcClient jdbc) {
    return new DailyUses(jdbc, new NameNumbers(jdbc));
  }

  public static PersonDays people(JdbcClient jdbc) {
    return new PersonDays(jdbc);
  }

  /** Folds what was written into the tables of events directly. */
  public void foldAll() {
    rollUps.markAll();
    readModel.catchUp();
  }
}
