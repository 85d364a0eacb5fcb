package dev.tandem.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.tandem.identity.Account;
import dev.tandem.identity.Role;
import dev.tandem.identity.User;
import dev.tandem.identity.UserId;
import dev.tandem.identity.Users;
import dev.tandem.testing.TestDatabase;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Against a real SMTP server. */
@ExtendWith(TestDatabase.class)
class MailDigestTest {
  private static final UserId ANNA = new UserId("anna@example.com"), BOB = new UserId("bob");
  private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");

  private final GreenMail smtp =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
          .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
  private final JdbcClient jdbc;
  private final Messages messages;
  private final MailWishes wishes;

  MailDigestTest(JdbcClient jdbc) {
    this.jdbc = jdbc;
    jdbc.sql("delete from message").update();
    jdbc.sql("delete from message_mail").update();
    messages = MessagesOnDatabase.open(jdbc, Clock.fixed(NOW, ZoneOffset.UTC));
    wishes = new MailWishes(jdbc);
  }

  @BeforeEach
  void startServer() {
    smtp.start();
  }

  @AfterEach
  void stopServer() {
    smtp.stop();
  }

  @Test
  void mailIsOffUnlessItIsTurnedOnAndAServerIsNamed() {
    assertThat(new MailSettings(false, "x@y", "", 1).enabled()).isFalse();
    assertThat(digest(false, NOW, true).isOn()).isFalse();
    assertThat(digest(true, NOW, false).isOn()).isFalse();
    assertThat(digest(true, NOW, true).isOn()).isTrue();
  }

  @Test
  void nobodyGetsMailWithoutHavingAskedForIt() {
    messages.tell(List.of(ANNA), "one", "Your request is delivered.", "requests/7");
    assertThat(digest(true, NOW, true).sendDigests()).isZero();
    assertThat(smtp.getReceivedMessages()).isEmpty();
  }

  @Test
  void whatIsNewAndWhatStandsOpenArrivesOnceWithLinks() throws Exception {
    wishes.set(ANNA, "", true);
    messages.tell(List.of(ANNA), "one", "Your request “Größe” <b> is delivered.", "requests/7");
    assertThat(digest(true, NOW, true).sendDigests()).isEqualTo(1);

    assertThat(smtp.getReceivedMessages()).hasSize(1);
    MimeMessage mail = smtp.getReceivedMessages()[0];
    assertThat(mail.getAllRecipients()[0]).hasToString("anna@example.com");
    assertThat(mail.getSubject()).isEqualTo("Tandem: 1 new");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(part(mail, "text/html"))
        .contains(
            "<a href=\"https://tandem.example/requests/7\">Your request “Größe” &lt;b&gt; is"
                + " delivered.</a>")
        .contains("12 open requests");
    assertThat(part(mail, "text/plain"))
        .contains("Your request “Größe” <b> is delivered.")
        .contains("https://tandem.example/requests/7")
        .contains("A battlecard to review")
        .contains("the team North")
        .contains("12 open requests");
    assertThat(digest(true, NOW.plus(Duration.ofHours(3)), true).sendDigests()).isZero();
    assertThat(digest(true, NOW.plus(Duration.ofDays(1)), true).sendDigests()).isEqualTo(1);
    assertThat(part(smtp.getReceivedMessages()[1], "text/plain")).doesNotContain("Größe");
  }

  @Test
  void whatCouldNotBeSentGoesOutLater() {
    wishes.set(ANNA, "", true);
    messages.tell(List.of(ANNA), "one", "Your request is delivered.", "");
    var digest = digest(true, NOW, true);
    smtp.stop();
    assertThat(digest.sendDigests()).isZero();
    smtp.start();
    assertThat(digest(true, NOW, true).sendDigests()).isEqualTo(1);
  }

  @Test
  void aNameThatIsNoAddressNeedsOne() {
    assertThatIllegalArgumentException().isThrownBy(() -> wishes.set(BOB, "", true));
    assertThatIllegalArgumentException().isThrownBy(() -> wishes.set(BOB, "b@x\nBcc: y@z", true));
    wishes.set(BOB, "bob@example.com", true);
    assertThat(wishes.of(BOB).target()).contains("bob@example.com");
  }

  private static String part(Part mail, String type) throws Exception {
    if (mail.isMimeType(type)) return mail.getContent().toString();
    if (!(mail.getContent() instanceof Multipart parts)) return "";
    for (int i = 0; i < parts.getCount(); i++) {
      var found = part(parts.getBodyPart(i), type);
      if (!found.isEmpty()) return found;
    }
    return "";
  }

  private MailDigest digest(boolean enabled, Instant now, boolean server) {
    var users = mock(Users.class);
    when(users.all())
        .thenReturn(
            List.of(
                new Account(new User(ANNA, "Anna", Role.REP), "North", true, false, false, NOW)));
    var beans = new StaticListableBeanFactory();
    if (server) {
      var sender = new JavaMailSenderImpl();
      sender.setHost("127.0.0.1");
      sender.setPort(smtp.getSmtp().getPort());
      sender.setDefaultEncoding("UTF-8");
      beans.addBean("mail", sender);
    }
    return new MailDigest(
        beans.getBeanProvider(JavaMailSender.class),
        new MailSettings(enabled, "tandem@example.com", "https://tandem.example/", 1),
        wishes,
        List.of(new Section()),
        new CalledNames(users),
        users,
        jdbc,
        Clock.fixed(now, ZoneOffset.UTC));
  }

  private static final class Section implements DigestSection {
    @Override
    public String title() {
      return "To do";
    }

    @Override
    public List<String> linesFor(UserId person) {
      return List.of("A battlecard to review");
    }

    @Override
    public List<String> linesForTeam(String team) {
      return List.of("12 open requests");
    }
  }
}
