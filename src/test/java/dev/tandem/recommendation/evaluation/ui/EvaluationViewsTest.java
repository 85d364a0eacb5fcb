package dev.tandem.recommendation.evaluation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.router.QueryParameters;
import dev.tandem.identity.Role;
import dev.tandem.identity.UserId;
import dev.tandem.learning.RankingModels;
import dev.tandem.library.AssetId;
import dev.tandem.library.AssetStatus;
import dev.tandem.library.intake.FileIngestion;
import dev.tandem.library.intake.IncomingFile;
import dev.tandem.library.manifest.GivenValues;
import dev.tandem.recommendation.DescribedDeal;
import dev.tandem.recommendation.evaluation.JudgedSituations;
import dev.tandem.search.Synonyms;
import dev.tandem.testing.SignedInAs;
import dev.tandem.testing.TandemTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TandemTest
class EvaluationViewsTest extends SpringBrowserlessTest {
  private static final UserId SOMEBODY = new UserId("somebody");

  @Autowired private JudgedSituations situations;
  @Autowired private FileIngestion ingestion;
  @Autowired private Synonyms synonyms;
  @Autowired private RankingModels models;

  @BeforeEach
  void startEmpty() {
    situations.all().forEach(each -> situations.delete(each.id()));
  }

  @Test
  @SignedInAs(Role.MARKETER)
  void withoutSituationsTheViewSaysWhatToDo() {
    navigate("evaluation", EvaluationView.class);
    assertThat($(H2.class).single().getText()).isEqualTo("No situations yet");
  }

  @Test
  @SignedInAs(Role.MARKETER)
  void aClickGradesAnAssetInBothColumnsAndASecondTakesItBack() {
    ingestion.ingest(
        IncomingFile.link(
            new AssetId("tour-for-grades"),
            new GivenValues(
                "Zeppelin pricing overview",
                "What a zeppelin costs.",
                null,
                List.of(),
                Map.of(),
                null,
                null,
                AssetStatus.PUBLISHED,
                "https://example.com/zeppelin",
                null,
                null,
                null,
                null,
                null,
                null,
                List.of()),
            null));
    var kept = situations.add("zeppelin pricing", DescribedDeal.NOTHING, null, SOMEBODY);
    navigate("evaluation/" + kept.id(), SituationView.class);
    assertThat($(H1.class).single().getText()).contains("zeppelin pricing");
    var best = exactlyRight();
    test(best).click();
    assertThat(situations.judgments().of(kept.id())).containsEntry("tour-for-grades", 3);
    assertThat(best.getElement().getAttribute("aria-pressed")).isEqualTo("true");
    test(best).click();
    assertThat(situations.judgments().of(kept.id())).isEmpty();
  }

  private NativeButton exactlyRight() {
    return $(NativeButton.class).all().stream()
        .filter(each -> each.getText().equals("3"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @SignedInAs(Role.MARKETER)
  void triedSynonymsArePutToUseForEverybodyAndTakenBack() {
    situations.add("zeppelin", DescribedDeal.NOTHING, null, SOMEBODY);
    open("a=prior&b=trial&same=zeppelin, airship");
    test(button("Use these synonyms from now on")).click();
    assertThat(synonyms.inUse().isEmpty()).as("before it is confirmed").isTrue();
    test($(ConfirmDialog.class).single()).confirm();
    assertThat(synonyms.inUse().added()).containsExactly("zeppelin, airship");
    assertThat(synonyms.history(1).getFirst().by()).isNotBlank();

    test(button("Back to: as shipped")).click();
    test($(ConfirmDialog.class).single()).confirm();
    assertThat(synonyms.inUse().isEmpty()).isTrue();
    assertThat(synonyms.history(5)).as("nothing is forgotten").hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  @SignedInAs(Role.MARKETER)
  void triedWeightsArePutToUseAndTheLogCanTellThem() {
    situations.add("zeppelin", DescribedDeal.NOTHING, null, SOMEBODY);
    var shipped = models.prior().version();
    open("a=prior&b=trial&w=stage:2.0");
    test(button("Use these weights from now on")).click();
    test($(ConfirmDialog.class).single()).confirm();
    assertThat(models.prior().version()).startsWith(shipped + "-w");

    test(button("Back to: as shipped")).click();
    test($(ConfirmDialog.class).single()).confirm();
    assertThat(models.prior().version()).isEqualTo(shipped);
  }

  private static void open(String query) {
    UI.getCurrent().navigate(EvaluationView.class, QueryParameters.fromString(query));
  }

  private Button button(String words) {
    return $(Button.class).all().stream()
        .filter(each -> each.getText().equals(words))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @SignedInAs(Role.MARKETER)
  void aSituationThatIsGoneIsSaidSo() {
    navigate("evaluation/S0", SituationView.class);
    assertThat($(H1.class).single().getText()).isEqualTo("There is no such situation");
  }
}
