package dev.tandem.recommendation;

import static dev.tandem.recommendation.TestAsset.TODAY;
import static dev.tandem.recommendation.TestAsset.asset;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.deals.DealContext;
import dev.tandem.learning.Documents;
import dev.tandem.learning.Estimate;
import dev.tandem.learning.Kin;
import dev.tandem.learning.LearnedModel;
import dev.tandem.learning.LinearPrior;
import dev.tandem.learning.ModelDocument.Kinship;
import dev.tandem.learning.ModelDocument.Tastes;
import dev.tandem.learning.PersonKey;
import dev.tandem.library.AssetId;
import dev.tandem.recommendation.Slate.Reason;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.JourneyStage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was learned is said, and only where it decided. */
class LearnedReasonsTest {
  private static final DealContext DEAL =
      Bench.deal(JourneyStage.DECISION, "Utilities", List.of(), List.of(), null);

  private final Bench bench = new Bench();

  LearnedReasonsTest() {
    for (int i = 0; i < 10; i++)
      bench.with(
          asset("other-" + i, "Unrelated thing " + (char) ('k' + i))
              .type(ContentType.BLOG_POST)
              .published(TODAY.minusYears(3)));
    bench.with(
        asset("x", "Storm response").type(ContentType.HOW_TO).published(TODAY.minusYears(3)));
  }

  private Slate ask(LearnedModel model) {
    return bench.recommender.rehearse(Bench.request("", DEAL, 20), model);
  }

  private static Slate.Item x(Slate slate) {
    return slate.items().stream()
        .filter(item -> item.asset().id().value().equals("x"))
        .findFirst()
        .orElseThrow();
  }

  private void decides(LearnedModel with, LearnedModel without, Reason reason) {
    var there = x(ask(with));
    var gone = x(ask(without));
    assertThat(there.reasons()).contains(reason);
    assertThat(gone.reasons()).extracting(Reason::code).doesNotContain(reason.code());
    assertThat(there.position()).isLessThan(gone.position());
  }

  @Test
  void anAssetThatDoesBetterThanItsLabelsIsCalledSo() {
    decides(
        Documents.model("m", Map.of("x", 2.0)),
        Documents.model("m", Map.of()),
        new Reason(
            "learned_asset",
            "Chosen by colleagues more often than its labels alone would suggest"));
  }

  @Test
  void theSameCountsAreNotQuotedTwice() {
    bench.overall.put(new AssetId("x"), new PastUse.Counts(new PastUse.Shown(60, 40), 0, 0, 0, 0));
    assertThat(x(ask(Documents.model("m", Map.of("x", 2.0)))).reasons())
        .extracting(Reason::text)
        .filteredOn(text -> text.contains("40 of 60"))
        .hasSize(1);
  }

  @Test
  void aTypeThatColleaguesChooseAtThisStageIsNamed() {
    var document = Documents.document("m", Map.of(), Map.of("how_to@decision", 2.0));
    decides(
        new LearnedModel(document, new LinearPrior()),
        Documents.model("m", Map.of()),
        new Reason(
            "learned_type_at_stage", "How-to: colleagues often choose it at the decision stage"));
  }

  @Test
  void whatIsNearToWhatColleaguesChooseIsCalledSo() {
    bench.kin.put(new AssetId("x"), Kin.of(null, Map.of(new AssetId("liked"), 0.8)));
    decides(
        kindred(Map.of("liked", new Estimate(3, 0.1)), Map.of()),
        kindred(Map.of(), Map.of()),
        new Reason("learned_near_text", "Close in content to what colleagues often choose"));
  }

  @Test
  void anAuthorWhomColleaguesTrustIsAReasonButNotNamed() {
    var author = PersonKey.author("Ada Lund");
    bench.kin.put(new AssetId("x"), Kin.of(author, Map.of()));
    decides(
        kindred(Map.of(), Map.of(author, new Estimate(2, 0.1))),
        kindred(Map.of(), Map.of()),
        new Reason("learned_author", "By an author whose content colleagues often choose"));
  }

  @Test
  void whatTheRepPrefersIsCalledSo() {
    var own = Map.of("how_to@" + PersonKey.rep(Bench.REP), new Estimate(2, 0.1));
    decides(
        new LearnedModel(
            Documents.document("m", Map.of(), Map.of()).with(new Tastes(own, Map.of(), Map.of())),
            new LinearPrior()),
        Documents.model("m", Map.of()),
        new Reason("learned_type_for_rep", "How-to: a type that you often choose"));
  }

  @Test
  void whatTheTeamPrefersIsCalledSo() {
    var teams = Map.of("how_to@north", new Estimate(2, 0.1));
    var members = Map.of(PersonKey.rep(Bench.REP), "north");
    decides(
        new LearnedModel(
            Documents.document("m", Map.of(), Map.of()).with(new Tastes(Map.of(), teams, members)),
            new LinearPrior()),
        Documents.model("m", Map.of()),
        new Reason("learned_type_for_team", "How-to: a type that your team often chooses"));
  }

  private static LearnedModel kindred(Map<String, Estimate> near, Map<String, Estimate> authors) {
    return new LearnedModel(
        Documents.document("m", Map.of(), Map.of()).with(new Kinship(near, authors)),
        new LinearPrior());
  }

  @Test
  void whatCountsAgainstAnAssetIsNoReasonForIt() {
    assertThat(x(ask(Documents.model("m", Map.of("x", -2.0)))).reasons())
        .extracting(Reason::code)
        .doesNotContain("learned_asset");
  }
}
