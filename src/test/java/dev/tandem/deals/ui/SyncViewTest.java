package dev.tandem.deals.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Span;
import dev.tandem.deals.crm.DealSync;
import dev.tandem.deals.crm.SyncSources;
import dev.tandem.identity.Role;
import dev.tandem.shared.TandemHome;
import dev.tandem.testing.SignedInAs;
import dev.tandem.testing.TandemTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TandemTest(
    properties = {
      "tandem.sync.sources.partners.type=folder",
      "tandem.sync.sources.partners.schedule=false"
    })
class SyncViewTest extends SpringBrowserlessTest {
  @Autowired private TandemHome home;
  @Autowired private DealSync sync;
  @Autowired private SyncSources sources;

  @BeforeEach
  void aFileWithOneWrongRow() throws IOException {
    drop("deals.csv", "id,name,amount,rival\nD-1,Mill,100,Acme\nD-2,Dam,-5,Acme\n");
  }

  private void drop(String name, String text) throws IOException {
    var folder = Files.createDirectories(home.data().resolve("sync").resolve("partners"));
    var file = Files.writeString(folder.resolve(name), text);
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
  }

  @Test
  @SignedInAs(Role.ADMINISTRATOR)
  void whatCouldNotBeTakenStandsWithWhatToDo() {
    sync.run("partners", false, done -> {});
    navigate("settings/sync", SyncView.class);
    assertThat(words()).anyMatch(text -> text.contains("amount: '-5' is below 0"));
    assertThat(words()).anyMatch(text -> text.contains("Correct the field “amount” in the CRM"));
  }

  @Test
  @SignedInAs(Role.ADMINISTRATOR)
  void aCustomFieldCanFillAColumnWithItsValuesInSight() {
    navigate("settings/sync", SyncView.class);
    click("Mapping");
    var competitors = choice("competitors");
    @SuppressWarnings("unchecked")
    var box = (ComboBox<Object>) competitors;
    var rival =
        box.getListDataView()
            .getItems()
            .filter(field -> field.toString().contains("rival"))
            .findFirst()
            .orElseThrow();
    box.setValue(rival);
    assertThat(words()).as("in the preview").contains("Acme");
    click("Save");
    assertThat(sources.mapping("partners", sources.open("partners")).fields())
        .containsEntry("competitors", "rival");
  }

  private ComboBox<?> choice(String label) {
    return $(ComboBox.class).all().stream()
        .filter(box -> label.equals(box.getLabel()))
        .findFirst()
        .orElseThrow();
  }

  private void click(String text) {
    var button =
        $(Button.class).all().stream()
            .filter(each -> text.equals(each.getText()))
            .findFirst()
            .orElseThrow();
    test(button).click();
  }

  private List<String> words() {
    return $(Span.class).all().stream().map(Span::getText).toList();
  }
}
