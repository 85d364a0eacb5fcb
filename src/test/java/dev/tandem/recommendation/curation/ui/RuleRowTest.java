package dev.tandem.recommendation.curation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.identity.UserId;
import dev.tandem.library.AssetId;
import dev.tandem.recommendation.curation.CurationDesk.Listed;
import dev.tandem.recommendation.curation.CurationDesk.State;
import dev.tandem.recommendation.curation.CurationEffect;
import dev.tandem.recommendation.curation.CurationRule;
import dev.tandem.recommendation.curation.CurationRule.Kind;
import dev.tandem.recommendation.curation.CurationRule.Wanted;
import dev.tandem.recommendation.curation.Segment;
import dev.tandem.shared.Proportion;
import dev.tandem.taxonomy.JourneyStage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What marketers read of a rule. */
class RuleRowTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-20");

  private static String text(CurationEffect effect, @Nullable String problem, int days) {
    var rule =
        new CurationRule(
            3,
            new Wanted(
                new AssetId("tour"),
                Kind.BURY,
                1.5,
                new Segment(JourneyStage.DECISION, null, null, null, null, "North"),
                TODAY,
                TODAY.plusDays(days),
                "prices change"),
            new UserId("ingrid"),
            Instant.parse("2026-11-19T09:00:00Z"),
            null,
            null,
            0);
    var listed =
        new Listed(rule, State.ACTIVE, null, "Ingrid Solberg", null, effect, List.of(), problem);
    return new RuleRow(listed, TODAY, () -> {}, () -> {}, true).getElement().getTextRecursively();
  }

  private static CurationEffect effect(int used, int visits, int without, int visitsWithout) {
    return new CurationEffect(
        new Proportion(used, visits),
        new Proportion(without, visitsWithout),
        new Proportion(visits / 2, visits),
        new Proportion(visitsWithout / 2, visitsWithout));
  }

  @Test
  void anEffectStandsWithItsCountsAndItsInterval() {
    assertThat(text(effect(20, 40, 2, 20), null, 30))
        .contains(
            "Used on 50 % (20 of 40 visits) with the rule, on 10 % (2 of 20 visits) without",
            "an effect of +40 points of percent (+15 to +56 with 95 % confidence)",
            "Anything on the slate was used on 50 % (20 of 40 visits) and 50 % (10 of 20 visits)");
  }

  @Test
  void tooFewVisitsClaimNothing() {
    assertThat(text(effect(20, 40, 2, 19), null, 30))
        .contains("not enough data yet (from 20 visits on each side)")
        .doesNotContain("effect of");
  }

  @Test
  void whatItDoesForWhomAndWhoDecidedIsSaid() {
    assertThat(text(effect(0, 0, 0, 0), null, 30))
        .contains(
            "Rule 3: moved down by 1.5",
            "Decision · team North",
            "prices change (Ingrid Solberg, 19 Nov 2026)",
            "No visit yet on which it was due");
  }

  @Test
  void aRuleThatCannotActOrEndsSoonIsMarked() {
    assertThat(text(effect(0, 0, 0, 0), "the asset is not published", 2))
        .contains("the asset is not published", "last day: in 2 days");
  }
}
