package dev.tandem.sampledata;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.feedback.EventJson;
import dev.tandem.feedback.EventProblem;
import dev.tandem.feedback.FeedbackEvent;
import dev.tandem.feedback.FeedbackEvent.Share;
import dev.tandem.feedback.FeedbackEvent.SlateServed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class SampleDealsTest {
  private static final Path FOLDER = Path.of("training-data");

  private final Catalogue catalogue = Catalogue.read(FOLDER.resolve("sources"));

  @Test
  void committedDealsAndEventsAreWhatTheSeedsGive() throws IOException {
    for (var file : SampleGenerator.deals(FOLDER).entrySet())
      assertThat(Files.readString(FOLDER.resolve(file.getKey())))
          .as("%s differs: run SampleGenerator, see training-data/README.md", file.getKey())
          .isEqualTo(new String(file.getValue(), StandardCharsets.UTF_8));
  }

  @Test
  void threeHundredDealsEndAsDealsDo() throws IOException {
    var deals = rows("deals.csv");
    assertThat(deals).hasSize(300);
    assertThat(deals.stream().map(deal -> deal.get("id")).distinct()).hasSize(300);
    assertThat(deals.stream().collect(groupingBy(deal -> deal.get("outcome"), counting())))
        .containsEntry("won", 81L)
        .containsEntry("lost", 99L)
        .containsEntry("open", 120L);
    assertThat(deals)
        .allSatisfy(
            deal -> {
              boolean open = deal.get("outcome").equals("open");
              assertThat(deal.get("closed_on").isEmpty()).isEqualTo(open);
              assertThat(deal.get("loss_reason").isEmpty())
                  .isEqualTo(!deal.get("outcome").equals("lost"));
              assertThat(LocalDate.parse(deal.get("created_on")))
                  .isBetween(LocalDate.of(2025, 5, 1), SampleGenerator.ANCHOR);
            });
    assertThat(
            deals.stream()
                .filter(deal -> deal.get("outcome").equals("open"))
                .map(deal -> deal.get("owner"))
                .filter("anna.berg"::equals))
        .as("open deals of the rep people sign in as")
        .hasSizeBetween(15, 25);
  }

  @Test
  void stageHistoryLeadsInOrderToWhereEachDealStands() throws IOException {
    var history = rows("stage_history.csv").stream().collect(groupingBy(row -> row.get("deal_id")));
    for (var deal : rows("deals.csv")) {
      var moments = history.getOrDefault(deal.get("id"), List.of());
      assertThat(moments).as(deal.get("id")).isNotEmpty();
      assertThat(moments.stream().map(row -> LocalDate.parse(row.get("entered_on"))).toList())
          .as(deal.get("id"))
          .isSorted()
          .allMatch(day -> !day.isAfter(SampleGenerator.ANCHOR))
          .startsWith(LocalDate.parse(deal.get("created_on")));
      assertThat(moments.getLast().get("sales_stage")).isEqualTo(deal.get("sales_stage"));
    }
  }

  @Test
  void notesAreVaried() throws IOException {
    assertThat(SampleGenerator.notes(FOLDER).count()).isGreaterThanOrEqualTo(60);
    var notes = rows("deals.csv").stream().map(deal -> deal.get("notes")).toList();
    assertThat(notes.stream().filter(String::isEmpty)).hasSizeBetween(15, 60);
    assertThat(new HashSet<>(notes)).hasSizeGreaterThan(150);
    assertThat(String.join("\n", notes)).doesNotContain("{", "[");
  }

  @Test
  void theFeedbackLogIsReadableUniqueAndInOrder() throws IOException, EventProblem {
    var events = events();
    assertThat(events).hasSizeGreaterThanOrEqualTo(30_000);
    assertThat(events.stream().map(FeedbackEvent::key).distinct()).hasSameSizeAs(events);
    assertThat(events).isSortedAccordingTo(Comparator.comparing(FeedbackEvent::at));
    assertThat(events.getLast().at())
        .isBefore(SampleGenerator.ANCHOR.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    assertThat(Files.size(FOLDER.resolve("events.jsonl"))).isLessThan(9_000_000);
  }

  @Test
  void theLogKnowsOnlyAssetsThatCouldBeOfferedThenAndNeverSharesInternalOnes()
      throws IOException, EventProblem {
    var deals = rows("deals.csv").stream().map(deal -> deal.get("id")).collect(Collectors.toSet());
    for (var event : events()) {
      if (event instanceof SlateServed served)
        for (var item : served.items()) {
          var asset = catalogue.asset(item.asset().value());
          assertThat(asset.availableOn(LocalDate.ofInstant(event.at(), ZoneOffset.UTC)))
              .as("%s on %s", item.asset(), event.at())
              .isTrue();
        }
      if (event instanceof Share share) {
        assertThat(catalogue.asset(share.asset().value()).internal()).as(share.share()).isFalse();
        assertThat(deals).contains(String.valueOf(share.deal()));
      }
    }
  }

  @Test
  void someSearchesFindNothing() throws IOException, EventProblem {
    var failing =
        events().stream()
            .filter(SlateServed.class::isInstance)
            .map(SlateServed.class::cast)
            .filter(served -> served.items().isEmpty())
            .toList();
    assertThat(failing).hasSizeGreaterThan(40).allMatch(served -> served.query() != null);
  }

  private static List<FeedbackEvent> events() throws IOException, EventProblem {
    var events = new ArrayList<FeedbackEvent>();
    var ignored = new ArrayList<String>();
    for (var line : Files.readAllLines(FOLDER.resolve("events.jsonl")))
      events.add(EventJson.read(line, ignored::add));
    assertThat(ignored).isEmpty();
    return events;
  }

  private static List<CSVRecord> rows(String file) throws IOException {
    var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var reader = Files.newBufferedReader(FOLDER.resolve(file));
        var rows = format.parse(reader)) {
      return rows.getRecords();
    }
  }
}
