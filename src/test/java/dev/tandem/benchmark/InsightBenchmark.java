package dev.tandem.benchmark;

import static dev.tandem.search.SmallLibrary.anAsset;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.tandem.database.KeptDatabase;
import dev.tandem.feedback.AppendResult;
import dev.tandem.feedback.FeedbackEvent;
import dev.tandem.feedback.FeedbackLog;
import dev.tandem.insight.Attribution;
import dev.tandem.insight.Grouping;
import dev.tandem.insight.InsightOnDatabase;
import dev.tandem.insight.PerformanceQuery;
import dev.tandem.insight.alignment.PacksOnDatabase;
import dev.tandem.insight.upkeep.UpkeepOnDatabase;
import dev.tandem.library.AssetId;
import dev.tandem.search.LibraryInMemory;
import dev.tandem.shared.TimeWindow;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Term;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What each report costs over two years of events, and how that grows. Usage: {@code ./tandem bench
 * insight [EVENTS…]}, for example 1000000 10000000; prints Markdown. {@code
 * JAVA_TOOL_OPTIONS=-Dtandem.bench.folder=DIR} keeps the filled databases there, so that the next
 * time only the reports are timed. The column of growth compares the processor time.
 */
final class InsightBenchmark {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final ZoneId ZONE = ZoneId.systemDefault();
  private static final int TIMES = 5;

  private static final List<String> TABLES =
      List.of(
          "insight_event",
          "insight_day",
          "insight_month",
          "insight_pair",
          "insight_trend",
          "insight_person",
          "insight_deal_path");

  /** What the names of the reports to be timed contain. */
  private static final String ONLY = System.getProperty("tandem.bench.reports", "");

  /** A folder where the filled databases stay and are found again, or null. */
  private static final @Nullable String KEPT = System.getProperty("tandem.bench.folder");

  /** Nothing comes in while the reports are timed. */
  private static final class NoLog implements FeedbackLog {
    @Override
    public AppendResult append(List<? extends FeedbackEvent> events) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<LoggedEvent> after(long sequence, int limit) {
      return List.of();
    }

    @Override
    public Optional<LoggedEvent> find(String key) {
      return Optional.empty();
    }

    @Override
    public long latestSequence() {
      return 0;
    }
  }

  /**
   * Milliseconds of a report.
   *
   * @param processor of one, on average after the first time: what it costs on a machine that has
   *     other work, too
   */
  private record Cost(double first, double middle, double worst, double processor) {}

  private InsightBenchmark() {}

  public static void main(String[] args) throws Exception {
    var sizes =
        args.length == 0
            ? new long[] {1_000_000}
            : Arrays.stream(args).mapToLong(Long::parseLong).toArray();
    var all = new LinkedHashMap<Long, Map<String, Cost>>();
    for (long size : sizes) all.put(size, run(size));
    print(all);
    System.exit(0);
  }

  private static Map<String, Cost> run(long events) throws Exception {
    var folder =
        KEPT == null
            ? Files.createTempDirectory("tandem-insight")
            : Path.of(KEPT, String.valueOf(events));
    try (var kept = KeptDatabase.in(folder)) {
      return run(events, kept);
    } finally {
      if (KEPT == null) delete(folder);
    }
  }

  private static Map<String, Cost> run(long events, KeptDatabase kept) {
    var config = new HikariConfig();
    config.setJdbcUrl(kept.access().url());
    config.setUsername(kept.access().username());
    config.setPassword(kept.access().password());
    config.setMaximumPoolSize(4);
    try (var source = new HikariDataSource(config)) {
      var jdbc = JdbcClient.create(source);
      var clock = Clock.fixed(TODAY.atTime(LocalTime.NOON).atZone(ZONE).toInstant(), ZONE);
      var insight =
          new InsightOnDatabase(
              jdbc, source, new JdbcTransactionManager(source), new NoLog(), library(), clock);
      System.out.printf(Locale.ROOT, "%n## %,d events%n%n", events);
      if (jdbc.sql("select to_regclass('bench_filled') is null").query(Boolean.class).single())
        fill(events, jdbc, insight, kept);
      for (var table : TABLES)
        System.out.printf(
            Locale.ROOT,
            "- %s: %,d rows, %s%n",
            table,
            jdbc.sql("select count(*) from " + table).query(Long.class).single(),
            jdbc.sql("select pg_size_pretty(pg_total_relation_size('" + table + "'))")
                .query(String.class)
                .single());
      var costs = reports(insight, kept);
      var people = InsightOnDatabase.people(jdbc);
      costs.put(
          "figures of a person, 365 days",
          cost(() -> people.of(List.of("rep-7"), window(365)), kept));
      var everybody = IntStream.range(0, SyntheticUse.REPS).mapToObj(i -> "rep-" + i).toList();
      costs.put(
          "figures of " + everybody.size() + " people together, 365 days",
          cost(() -> people.of(everybody, window(365)), kept));
      var upkeep = UpkeepOnDatabase.open(insight, jdbc, clock);
      costs.put("upkeep, to review", cost(upkeep::toReview, kept));
      costs.put("upkeep, to retire", cost(() -> upkeep.toRetire(100), kept));
      var transaction = new TransactionTemplate(new JdbcTransactionManager(source));
      var packs = PacksOnDatabase.open(insight, jdbc, transaction, library(), clock);
      costs.put("alignment pack", cost(() -> packs.of(YearMonth.from(TODAY)), kept));
      System.out.printf(
          Locale.ROOT,
          "- load average of the machine while the reports were timed: %.1f on %d cores%n",
          ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
          Runtime.getRuntime().availableProcessors());
      return costs;
    }
  }

  private static void fill(
      long events, JdbcClient jdbc, InsightOnDatabase insight, KeptDatabase kept) {
    long start = System.nanoTime();
    new SyntheticUse(jdbc, TODAY).write(events);
    System.out.printf(Locale.ROOT, "- written in %.0f s%n", seconds(start));
    start = System.nanoTime();
    double before = kept.processorSeconds();
    insight.foldAll();
    System.out.printf(
        Locale.ROOT,
        "- folded in %.0f s (%.0f s of a processor), %,.0f events a second%n",
        seconds(start),
        kept.processorSeconds() - before,
        events / seconds(start));
    jdbc.sql("vacuum analyze").update();
    jdbc.sql("create table bench_filled (events bigint)").update();
  }

  private static LibraryInMemory library() {
    var library = new LibraryInMemory();
    var types = ContentType.values();
    var stages = JourneyStage.values();
    for (int i = 0; i < SyntheticUse.ASSETS; i++)
      library.put(
          anAsset("asset-" + i)
              .titled("Asset " + i)
              .ofType(types[i % types.length])
              .forStages(List.of(stages[i % stages.length]))
              .about(
                  List.of(
                      new Term(Dimension.PERSONA, "Persona " + i % 8),
                      new Term(Dimension.INDUSTRY, "Industry " + i % 12),
                      new Term(Dimension.PRODUCT, "Product " + i % 6)))
              .build(),
          null);
    return library;
  }

  private static Map<String, Cost> reports(InsightOnDatabase insight, KeptDatabase kept) {
    var costs = new LinkedHashMap<String, Cost>();
    for (int days : List.of(90, 365)) {
      var window = window(days);
      var by = new LinkedHashMap<String, Runnable>();
      for (var grouping : Grouping.values())
        by.put(
            "content performance by " + grouping.id(),
            () ->
                insight.performance.report(
                    new PerformanceQuery(window, grouping, Attribution.LINEAR, 90)));
      by.put("overview", () -> insight.performance.overview(window));
      by.put(
          "assets",
          () ->
              insight.assets.assets(
                  new PerformanceQuery(window, Grouping.ASSET, Attribution.TIME_DECAY, 90)));
      by.put(
          "deals of one asset", () -> insight.performance.dealsOf(new AssetId("asset-3"), window));
      by.put("journey", () -> insight.journey.journey(window));
      by.put("unused", () -> insight.unused.unused(window));
      by.put("gaps", () -> insight.gaps.gaps(window));
      by.put("champions", () -> insight.champions.champions(window));
      by.put("attribution", () -> insight.attribution.attribution(window, 90, 7));
      by.forEach(
          (name, report) -> {
            if (name.contains(ONLY)) costs.put(name + ", " + days + " days", cost(report, kept));
          });
    }
    return costs;
  }

  private static Cost cost(Runnable report, KeptDatabase kept) {
    var millis = new ArrayList<Double>();
    double used = Double.NaN;
    for (int i = 0; i <= TIMES; i++) {
      if (i == 1) used = processorSeconds(kept);
      long start = System.nanoTime();
      report.run();
      millis.add(seconds(start) * 1e3);
    }
    used = (processorSeconds(kept) - used) * 1e3 / TIMES;
    double first = millis.removeFirst();
    millis.sort(null);
    return new Cost(first, millis.get(TIMES / 2), millis.getLast(), used);
  }

  /** Of this program and of the database. */
  private static double processorSeconds(KeptDatabase kept) {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3
        + kept.processorSeconds();
  }

  private static TimeWindow window(int days) {
    return new TimeWindow(
        TODAY.minusDays(days - 1L).atStartOfDay(ZONE).toInstant(),
        TODAY.plusDays(1).atStartOfDay(ZONE).toInstant());
  }

  private static void print(Map<Long, Map<String, Cost>> all) {
    System.out.print("\n| report |");
    all.keySet().forEach(n -> System.out.printf(Locale.ROOT, " %,d events, ms |", n));
    System.out.println(" growth |\n| --- |" + " --- |".repeat(all.size() + 1));
    var smallest = all.values().iterator().next();
    for (var report : smallest.keySet()) {
      System.out.print("| " + report + " |");
      double last = 0;
      double first = 0;
      for (var costs : all.values()) {
        var cost = java.util.Objects.requireNonNull(costs.get(report));
        System.out.printf(
            Locale.ROOT,
            " %.0f (first %.0f, worst %.0f, processor %.0f) |",
            cost.middle,
            cost.first,
            cost.worst,
            cost.processor);
        if (first == 0) first = cost.processor;
        last = cost.processor;
      }
      if (all.size() > 1) System.out.printf(Locale.ROOT, " × %.1f |%n", last / first);
      else System.out.println(" |");
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
