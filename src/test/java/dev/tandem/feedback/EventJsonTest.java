package dev.tandem.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.feedback.FeedbackEvent.SlateServed;
import dev.tandem.feedback.FeedbackEvent.Surface;
import dev.tandem.identity.UserId;
import dev.tandem.library.AssetId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
    assertThat(slate.toString()).doesNotContain("rules").doesNotContain("curated");
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
