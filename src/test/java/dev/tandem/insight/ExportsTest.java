package dev.tandem.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.shared.TimeWindow;
import dev.tandem.testing.TestDatabase;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Every table of the reports leaves as CSV and as JSON, and over the API. */
@ExtendWith(TestDatabase.class)
class ExportsTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/tandem/insight");
  private static final Pattern MADE = Pattern.compile("(Report|Use|Effect)Tables[.:]+(\\w+)");
  private static final TimeWindow NOVEMBER =
      new TimeWindow(Days.start(LocalDate.of(2026, 11, 1)), Days.start(LocalDate.of(2026, 12, 1)));

  private final SmallCompany company;

  ExportsTest(JdbcClient jdbc, DataSource source, PlatformTransactionManager transactions) {
    company = new SmallCompany(jdbc, source, transactions);
  }

  private List<ReportTable> tables() {
    company.logEverything();
    var reports = company.reports;
    var journey = reports.journey.journey(NOVEMBER);
    var effects = reports.effects.effects(NOVEMBER);
    var query = new PerformanceQuery(NOVEMBER, Grouping.ASSET, Attribution.LINEAR, 90);
    return List.of(
        ReportTables.overview(reports.performance.overview(NOVEMBER)),
        UseTables.performance(query, reports.performance.report(query)),
        UseTables.deals(
            reports.performance.dealsOf(new dev.tandem.library.AssetId("guide"), NOVEMBER)),
        ReportTables.assets(reports.assets.assets(query)),
        ReportTables.journey(journey),
        ReportTables.stages(journey),
        ReportTables.paths(journey),
        UseTables.elsewhere(journey),
        ReportTables.unused(reports.unused.unused(NOVEMBER)),
        ReportTables.gaps(reports.gaps.gaps(NOVEMBER)),
        ReportTables.champions(reports.champions.champions(NOVEMBER)),
        ReportTables.attribution(reports.attribution.attribution(NOVEMBER, 90, 7)),
        EffectTables.effects(effects),
        EffectTables.duels(effects),
        ReportTables.metrics());
  }

  @Test
  void csvAndJsonSayTheSame() throws IOException {
    for (var table : tables()) {
      var csv =
          CSVFormat.DEFAULT
              .builder()
              .setHeader()
              .setSkipHeaderRecord(true)
              .get()
              .parse(new StringReader(ReportCsv.of(table)));
      assertThat(csv.getHeaderNames()).as(table.name()).isEqualTo(table.columns());
      var records = csv.getRecords();
      assertThat(records).as(table.name()).hasSameSizeAs(table.named());
      for (int i = 0; i < records.size(); i++)
        for (var cell : table.named().get(i).entrySet()) {
          var value = cell.getValue();
          var written = records.get(i).get(cell.getKey());
          if (value == null) assertThat(written).as(cell.getKey()).isEmpty();
          else if (value instanceof Long || value instanceof Integer)
            assertThat(written).as(cell.getKey()).isEqualTo(value.toString());
        }
    }
  }

  /** No table is made for one of them alone. */
  @Test
  void whatAViewOffersTheApiAnswersAndTheOtherWayRound() throws IOException {
    var inViews = made("ui");
    var overApi = made("web");
    // over the API only: figures that the views draw, and the definitions behind their hints
    assertThat(overApi).containsAll(without(inViews, "Use.performance"));
    assertThat(without(overApi, "Report.overview", "Report.metrics")).isSubsetOf(inViews);
    var all = new ArrayList<String>();
    for (var owner : List.of(ReportTables.class, UseTables.class, EffectTables.class))
      for (var method : owner.getDeclaredMethods())
        if (Modifier.isPublic(method.getModifiers()) && method.getReturnType() == ReportTable.class)
          all.add(owner.getSimpleName().replace("Tables", "") + "." + method.getName());
    assertThat(Stream.concat(inViews.stream(), overApi.stream()).toList()).containsAll(all);
  }

  /** Each view with a table or a list of figures has something to download. */
  @Test
  void everyViewWithATableOffersItsDownload() throws IOException {
    var without = new TreeMap<String, String>();
    try (var files = Files.list(SOURCES.resolve("ui"))) {
      for (var file : (Iterable<Path>) files::iterator) {
        var text = Files.readString(file);
        if (text.contains("extends ReportView") && !text.contains("ExportLinks"))
          without.put(file.getFileName().toString(), "no download");
      }
    }
    assertThat(without).isEmpty();
  }

  private static List<String> made(String folder) throws IOException {
    try (var files = Files.list(SOURCES.resolve(folder))) {
      var found = new ArrayList<String>();
      for (var file : (Iterable<Path>) files::iterator) {
        var match = MADE.matcher(Files.readString(file));
        while (match.find())
          if (!match.group(2).equals("class")) found.add(match.group(1) + "." + match.group(2));
      }
      return found.stream().distinct().filter(name -> !name.endsWith(".of")).sorted().toList();
    }
  }

  private static List<String> without(List<String> all, String... some) {
    return all.stream().filter(one -> !List.of(some).contains(one)).toList();
  }
}
