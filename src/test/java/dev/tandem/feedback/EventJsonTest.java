package dev.tandem.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.feedback.FeedbackEvent.SlateServed;
import dev.tandem.feedback.FeedbackEvent.SlateServed.Pool;
import dev.tandem.feedback.FeedbackEvent.Surface;
import dev.tandem.identity.UserId;
import dev.tandem.library.AssetId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventJsonTest {
  private static final Instant AT = Instant.parse("2026-03-05T09:00:00Z");

  private static SlateServed served(List<SlateServed.Item> items, SlateServed.Curated curated) {
    return new SlateServed(
        "k", AT, "s", Surface.DEAL, new UserId("rita"), null, null, "prior", items, curated, null);
  }

  @Test
  void whichRulesActedOnASlateIsKept() throws EventProblem {
    var items =
        List.of(
            new SlateServed.Item(
                new AssetId("a"), 1, 2, 0.9, Map.of("stage_fit", 1.0), List.of(4L), null),
            new SlateServed.Item(new AssetId("b"), 2, 1, 1, Map.of()));
    var slate = served(items, new SlateServed.Curated(List.of(4L, 7L), true));
    assertThat(EventJson.read(EventJson.write(slate).toString())).isEqualTo(slate);
  }

  @Test
  void aSlateWithoutRulesSaysNothingOfThem() {
    var slate =
        EventJson.write(
            new SlateServed(
                "k",
                AT,
                "s",
                Surface.DEAL,
                new UserId("rita"),
                null,
                null,
                "prior",
                List.of(new SlateServed.Item(new AssetId("b"), 1, 1, 1, Map.of()))));
    assertThat(slate.toString()).doesNotContain("rules", "curated", "pool");
  }

  @Test
  void whatMightHaveBeenDrawnIsKept() throws EventProblem {
    var slate =
        new SlateServed(
            "k",
            AT,
            "s",
            Surface.DEAL,
            new UserId("rita"),
            null,
            null,
            "m1",
            List.of(new SlateServed.Item(new AssetId("a"), 1, 1, 1, Map.of())),
            null,
            "in_use",
            new Pool(
                4,
                List.of(
                    new Pool.Member(new AssetId("b"), 0.05, 6),
                    new Pool.Member(new AssetId("c"), 0.05, 12))));
    assertThat(EventJson.read(EventJson.write(slate).toString())).isEqualTo(slate);
  }

  private static final String WITH_POOL =
      """
      {"key":"k","type":"slate_served","at":"2026-03-05T09:00:00Z","slate":"s","surface":"deal",
       "rep":"rita","model":"m1","items":[],"arm":"in_use","pool":%s}
      """;

  @Test
  void aPoolOfAnotherFormIsLeftOutAndSaidSo() throws EventProblem {
    var ignored = new ArrayList<String>();
    var read = EventJson.read(WITH_POOL.formatted("{\"version\":2,\"x\":1}"), ignored::add);
    assertThat(((SlateServed) read).pool()).isNull();
    assertThat(ignored).containsExactly("pool");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"version":1,"place":4,"members":[]} | pool: 1 to 20 members, not 0
          {"version":1,"place":4,"members":[{"asset":"a","selection_probability":1,"otherwise":5}]} | pool.members[0]: selection probability outside (0, 1): 1.0
          {"version":1,"place":4,"members":[{"asset":"a","selection_probability":0.5,"otherwise":5},{"asset":"b","selection_probability":0.5,"otherwise":6}]} | pool: the chances of the members sum to 1 or more
          {"version":1,"place":4,"members":[{"asset":"a","selection_probability":0.1,"otherwise":5},{"asset":"a","selection_probability":0.1,"otherwise":6}]} | pool: an asset is a member twice
          {"version":1,"members":[]} | pool.place: missing
          """)
  void aPoolThatCannotBeIsRefused(String pool, String problem) {
    assertThatThrownBy(() -> EventJson.read(WITH_POOL.formatted(pool))).hasMessage(problem);
  }

  @Test
  void rulesThatAreNoNumbersAreRefused() {
    assertThatThrownBy(
            () ->
                EventJson.read(
                    """
                    {"key":"k","type":"slate_served","at":"2026-03-05T09:00:00Z","slate":"s",
                     "surface":"deal","rep":"rita","model":"prior","items":[],
                     "curated":{"rules":["x"],"left_out":false}}
                    """))
        .hasMessage("curated.rules: not a whole number: \"x\"");
  }
}
