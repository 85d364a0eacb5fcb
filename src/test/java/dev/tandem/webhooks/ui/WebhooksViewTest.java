package dev.tandem.webhooks.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import dev.tandem.identity.Role;
import dev.tandem.testing.SignedInAs;
import dev.tandem.testing.TandemTest;
import dev.tandem.webhooks.WebhookEvent.Type;
import dev.tandem.webhooks.Webhooks;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@TandemTest(properties = "tandem.webhooks.allow-local=true")
class WebhooksViewTest extends SpringBrowserlessTest {
  private static final String ADDRESS = "http://127.0.0.1:9/hook";

  @Autowired private Webhooks webhooks;
  @Autowired private JdbcClient jdbc;

  @AfterEach
  void clear() {
    webhooks.all().forEach(one -> webhooks.delete(one.id()));
  }

  @Test
  @SignedInAs(Role.ADMINISTRATOR)
  void aNewWebhookShowsItsSecretOnceAndKeepsItSealed() {
    navigate("settings/webhooks", WebhooksView.class);
    click("New webhook");
    test(field("Address")).setValue(ADDRESS);
    click("Create webhook");
    var secret = field("Secret").getValue();
    assertThat(secret).startsWith("whsec_");
    assertThat(jdbc.sql("select secret from webhook_subscription").query(String.class).single())
        .startsWith("sealed1:")
        .doesNotContain(secret);
    assertThat(webhooks.all().getFirst().types()).containsExactly(Type.ASSET_PUBLISHED);
  }

  @Test
  @SignedInAs(Role.ADMINISTRATOR)
  void anAddressThatIsNotCalledIsRefusedBesideItsField() {
    navigate("settings/webhooks", WebhooksView.class);
    click("New webhook");
    test(field("Address")).setValue("ftp://example.com");
    click("Create webhook");
    assertThat(field("Address").getErrorMessage()).contains("https addresses");
    assertThat(webhooks.all()).isEmpty();
  }

  @Test
  @SignedInAs(Role.ADMINISTRATOR)
  void aFailedDeliveryShowsWhyAndIsReplayed() {
    webhooks.create(ADDRESS, EnumSet.of(Type.ASSET_PUBLISHED));
    var id = webhooks.all().getFirst().id();
    webhooks.test(id);
    jdbc.sql(
            "update webhook_delivery set state = 'given_up', attempts = 8, status = 500,"
                + " trouble = 'answered 500', answer = 'out of memory'")
        .update();
    navigate("settings/webhooks", WebhooksView.class);
    assertThat(words()).contains("failing", "given up", "8 attempts", "answered 500", "HTTP 500");
    assertThat(words()).contains("Its answer: out of memory");
    click("Replay");
    assertThat(webhooks.deliveries(id).orElseThrow().getFirst().state())
        .isEqualTo(Webhooks.State.WAITING);
  }

  @Test
  @SignedInAs(Role.ADMINISTRATOR)
  void whatIsPausedSaysSo() {
    webhooks.create(ADDRESS, EnumSet.of(Type.ASSET_PUBLISHED));
    navigate("settings/webhooks", WebhooksView.class);
    click("Pause");
    assertThat(webhooks.all().getFirst().paused()).isTrue();
    assertThat(words()).contains("paused");
    click("Go on");
    assertThat(webhooks.all().getFirst().paused()).isFalse();
  }

  @Test
  @SignedInAs(Role.ADMINISTRATOR)
  void theViewSaysHowLongDeliveriesAreKept() {
    navigate("settings/webhooks", WebhooksView.class);
    assertThat($(com.vaadin.flow.component.html.Paragraph.class).all())
        .anyMatch(each -> each.getText().contains("is kept here for 30 days"));
  }

  private TextField field(String label) {
    return $(TextField.class).all().stream()
        .filter(each -> label.equals(each.getLabel()))
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

  private java.util.List<String> words() {
    return $(Span.class).all().stream().map(Span::getText).toList();
  }
}
