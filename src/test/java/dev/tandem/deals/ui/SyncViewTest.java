package dev.tandem.deals.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.tandem.deals.crm.CrmConnection;
import dev.tandem.deals.crm.CrmConnection.Secrets;
import dev.tandem.deals.crm.CrmFailure;
import dev.tandem.deals.crm.DealSync;
import dev.tandem.deals.crm.SyncSources;
import dev.tandem.deals.crm.WrittenShape;
import dev.tandem.identity.Role;
import dev.tandem.shared.TandemHome;
import dev.tandem.testing.SignedInAs;
import dev.tandem.testing.TandemTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@TandemTest(
    properties = {
      "tandem.sync.sources.partners.type=folder",
      "tandem.sync.sources.partners.schedule=false"
    })
class SyncViewTest extends SpringBrowserlessTest {
  @Autowired private TandemHome home;
  @Autowired private DealSync sync;
  @Autowired private SyncSources sources;
  @Autowired private JdbcClient jdbc;

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
  void aRunThatWritesNothingSaysWhatCouldNotBeTakenAndWhatToDo() {
    sync.run("partners", true, done -> {});
    navigate("settings/sync", SyncView.class);
    assertThat(words(ListItem.class))
        .anyMatch(text -> text.contains("D-2, amount: '-5' is below 0. Correct the field"));
    assertThat($(Details.class).all().getFirst().isOpened()).isTrue();
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

  @Test
  @SignedInAs(Role.ADMINISTRATOR)
  void aSecretThatIsEnteredIsKeptSealedAndNeverShownAgain() {
    navigate("settings/sync", SyncView.class);
    click("Connect a CRM");
    click("Connect");
    assertThat(secret().getErrorMessage()).contains("Enter the secret");
    test(secret()).setValue("pat-eu1-s3cret");
    click("Connect");
    assertThat(sources.names()).contains("hubspot", "partners");
    assertThat(sources.access("hubspot").toString()).doesNotContain("s3cret");
    var row = jdbc.sql("select * from crm_connection").query().singleRow();
    assertThat(String.valueOf(row.get("token"))).startsWith("sealed1:");
    assertThat(row.toString()).doesNotContain("s3cret");
    navigate("settings/sync", SyncView.class);
    click("Connection");
    assertThat(secret().getValue()).isEmpty();
    assertThat(secret().getPlaceholder()).isEqualTo("unchanged");
    click("Save");
    assertThat(sources.open("hubspot").label()).isEqualTo("HubSpot");
    sources.disconnect("hubspot");
  }

  @Test
  @SignedInAs(Role.ADMINISTRATOR)
  void aLostKeyFileIsSaidWithWhatToDo() throws IOException {
    var zone = ZoneId.of("UTC");
    var hub = new CrmConnection("hub", "hubspot", null, null, zone, false, null);
    sources.connect(hub, new Secrets("pat", null), false);
    Files.delete(home.data().resolve("secrets.key"));
    assertThatThrownBy(() -> sources.open("hub"))
        .isInstanceOfSatisfying(
            CrmFailure.class,
            failure -> assertThat(failure.advice()).contains("secrets.key", "enter the secret"));
    navigate("settings/sync", SyncView.class);
    click("Mapping");
    assertThat(sources.connect(hub, new Secrets("pat2", null), true)).isEmpty();
    assertThat(sources.open("hub").label()).isEqualTo("HubSpot");
    sources.disconnect("hub");
  }

  @Test
  void aSecretGoesToNoAddressItWasNotEnteredFor() {
    var sf = salesforce("https://one.my.salesforce.com");
    assertThat(sources.connect(sf, new Secrets(null, "s"), false)).isEmpty();
    var moved = salesforce("https://elsewhere.example.com");
    assertThat(sources.connect(moved, new Secrets(null, null), true))
        .contains("Enter the secret again, since the address changed.");
    assertThat(sources.connect(sf, new Secrets(null, null), true)).isEmpty();
    assertThat(sources.connect(sf, new Secrets(null, "s"), false).orElseThrow())
        .contains("already");
    sources.disconnect("sf");
  }

  @Test
  @SignedInAs(Role.ADMINISTRATOR)
  void aFolderForCsvFilesIsConnectedWithoutASecretAndRead() throws IOException {
    navigate("settings/sync", SyncView.class);
    click("Connect a CRM");
    type().setValue("folder");
    assertThat(words(Paragraph.class)).anyMatch(text -> text.contains("data/sync/folder"));
    click("Connect");
    var folder = Files.createDirectories(home.data().resolve("sync").resolve("folder"));
    var file = Files.writeString(folder.resolve("deals.csv"), "id,name\nF-1,Weir\n");
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
    assertThat(sync.run("folder", false, done -> {}).orElseThrow().counts().added()).isEqualTo(1);
    sources.disconnect("folder");
  }

  @Test
  @SignedInAs(Role.ADMINISTRATOR)
  void anotherCrmIsConnectedInTheWordsOfTheConfiguration() {
    navigate("settings/sync", SyncView.class);
    click("Connect a CRM");
    type().setValue("rest");
    var address = field("Address");
    test(address).setValue("https://crm.example.com");
    var shape = $(TextArea.class).single();
    test(shape).setValue("path: /deals\nrecrods: /list");
    click("Connect");
    assertThat(shape.getErrorMessage()).contains("recrods");
    test(shape).setValue("path: /deals\nid: place");
    click("Connect");
    assertThat(shape.getErrorMessage()).contains("'place' is no JSON pointer");
    test(shape).setValue(WrittenShape.EXAMPLE);
    test(secret()).setValue("k3y");
    click("Connect");
    var rest = Objects.requireNonNull(sources.access("rest").rest());
    assertThat(rest.records()).isEqualTo("/list");
    assertThat(rest.columns()).containsEntry("sales_stage", "stage");
    assertThat(sources.open("rest").usualFields()).containsEntry("sales_stage", "stage");
    assertThat(jdbc.sql("select * from crm_connection").query().singleRow().toString())
        .doesNotContain("k3y");
    sources.disconnect("rest");
  }

  private static CrmConnection salesforce(String url) {
    return new CrmConnection(
        "sf", "salesforce", URI.create(url), "client", ZoneId.of("UTC"), false, null);
  }

  @SuppressWarnings("unchecked")
  private Select<String> type() {
    return $(Select.class).single();
  }

  private TextField field(String label) {
    return $(TextField.class).all().stream()
        .filter(each -> label.equals(each.getLabel()))
        .findFirst()
        .orElseThrow();
  }

  private List<String> words(Class<? extends HtmlContainer> kind) {
    return $(kind).all().stream().map(HtmlContainer::getText).toList();
  }

  private PasswordField secret() {
    return $(PasswordField.class).all().stream()
        .filter(field -> field.isVisible())
        .findFirst()
        .orElseThrow();
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
