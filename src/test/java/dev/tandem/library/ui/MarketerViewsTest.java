package dev.tandem.library.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import dev.tandem.identity.Role;
import dev.tandem.library.AssetEditing;
import dev.tandem.library.AssetField;
import dev.tandem.library.AssetId;
import dev.tandem.library.AssetStatus;
import dev.tandem.library.Assets;
import dev.tandem.library.LabelOrigin;
import dev.tandem.library.intake.FileIngestion;
import dev.tandem.library.intake.IncomingFile;
import dev.tandem.library.manifest.GivenValues;
import dev.tandem.shared.ui.SettingsTabs;
import dev.tandem.testing.SignedInAs;
import dev.tandem.testing.TandemTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TandemTest
class MarketerViewsTest extends SpringBrowserlessTest {
  private static final AssetId TOUR = new AssetId("tour");

  @Autowired private FileIngestion ingestion;
  @Autowired private AssetEditing editing;
  @Autowired private Assets assets;

  @BeforeEach
  void oneLinkWithGuesses() {
    editing.delete(TOUR, null);
    ingestion.ingest(
        IncomingFile.link(
            TOUR,
            new GivenValues(
                "Product tour video",
                "A demo of the product for a first look: why change, and what it costs to wait.",
                null,
                List.of(),
                Map.of(),
                null,
                null,
                AssetStatus.PUBLISHED,
                "https://example.com/tour",
                null,
                null,
                null,
                null,
                null,
                null,
                List.of()),
            null));
  }

  @Test
  @SignedInAs(Role.MARKETER)
  void oneClickConfirmsEveryGuessAndRemembersWhoDid() {
    navigate("library/tour", AssetView.class);
    assertThat($(H1.class).single().getText()).isEqualTo("Product tour video");
    var confirm =
        $(Button.class).all().stream()
            .filter(button -> button.getText().startsWith("Confirm all"))
            .findFirst()
            .orElseThrow();
    test(confirm).click();
    var asset = assets.find(TOUR).orElseThrow();
    assertThat(AssetMarks.toConfirm(asset)).isZero();
    assertThat(asset.language().isInferred()).isFalse();
    assertThat(asset.type().origin()).isEqualTo(LabelOrigin.CONFIRMED);
    assertThat(editing.corrections(TOUR))
        .anyMatch(it -> it.field() == AssetField.TYPE && "marketer".equals(it.by()));
    assertThat($(Button.class).all()).noneMatch(it -> it.getText().startsWith("Confirm all"));
  }

  @Test
  @SignedInAs(Role.REP)
  void repsReadAnAssetButChangeNothing() {
    navigate("library/tour", AssetView.class);
    assertThat($(H1.class).single().getText()).isEqualTo("Product tour video");
    assertThat($(Button.class).withText("Edit").exists()).isFalse();
    assertThat($(Button.class).all()).noneMatch(it -> it.getText().startsWith("Confirm"));
    assertThat(SettingsTabs.pages()).isEmpty();
  }

  @Test
  @SignedInAs(Role.MARKETER)
  void anAssetThatIsGoneSaysSo() {
    navigate("library/no-such-thing", AssetView.class);
    assertThat($(H1.class).single().getText()).contains("no asset “no-such-thing”");
  }

  @Test
  @SignedInAs(Role.MARKETER)
  void filtersStandInTheUrlAndCountWhatTheyShow() {
    UI.getCurrent().navigate("library", QueryParameters.of("confirm", "yes"));
    assertThat($(Span.class).all()).anyMatch(it -> it.getText().equals("1 asset"));
    UI.getCurrent().navigate("library", QueryParameters.of("state", "archived"));
    assertThat($(H2.class).single().getText()).isEqualTo("Nothing fits these filters");
  }

  @Test
  @SignedInAs(Role.MARKETER)
  void aLinkNeedsAFullAddress() {
    navigate("import", ImportView.class);
    var address = $(TextField.class).withLabel("Address").single();
    test(address).setValue("example.com/page");
    test($(Button.class).withText("Add link").single()).click();
    assertThat(address.isInvalid()).isTrue();
    assertThat(address.getErrorMessage()).contains("https://");
  }

  @Test
  @SignedInAs(Role.MARKETER)
  void marketersSeeTheirSettingsOnly() {
    assertThat(SettingsTabs.pages())
        .extracting(page -> page.title())
        .containsExactly("Stage map", "Vocabulary", "Requests", "Content sources");
  }

  @Test
  @SignedInAs(Role.ADMINISTRATOR)
  void administratorsSeeEverySettingAndMayImportFolders() {
    assertThat(SettingsTabs.pages())
        .extracting(page -> page.title())
        .containsExactly(
            "Users",
            "API tokens",
            "API activity",
            "Webhooks",
            "Stage map",
            "Vocabulary",
            "Requests",
            "Content sources",
            "CRM sync",
            "Privacy",
            "System");
    navigate("import", ImportView.class);
    var folder = $(TextField.class).withLabel("Folder on the server").single();
    test(folder).setValue("relative/path");
    test($(Button.class).withText("Import folder").single()).click();
    assertThat(folder.getErrorMessage()).isEqualTo("Give the whole path, from the root.");
  }
}
