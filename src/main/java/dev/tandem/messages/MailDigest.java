package dev.tandem.messages;

import dev.tandem.identity.Account;
import dev.tandem.identity.Users;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Mails each person who wants it what is new and what stands open, and what concerns the team. What
 * could not be sent stays unsent and goes out with the next attempt.
 */
@Component
@EnableConfigurationProperties(MailSettings.class)
public class MailDigest {
  private static final Logger LOG = LoggerFactory.getLogger(MailDigest.class);

  private final ObjectProvider<JavaMailSender> sender;
  private final MailSettings settings;
  private final MailWishes wishes;
  private final List<DigestSection> sections;
  private final CalledNames names;
  private final Users users;
  private final JdbcClient jdbc;
  private final Clock clock;

  MailDigest(
      ObjectProvider<JavaMailSender> sender,
      MailSettings settings,
      MailWishes wishes,
      List<DigestSection> sections,
      CalledNames names,
      Users users,
      JdbcClient jdbc,
      Clock clock) {
    this.sender = sender;
    this.settings = settings;
    this.wishes = wishes;
    this.sections = sections;
    this.names = names;
    this.users = users;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Whether mail goes out at all: it is turned on and a server is named. */
  public boolean isOn() {
    return settings.enabled() && sender.getIfAvailable() != null;
  }

  @Scheduled(fixedDelay = 15 * 60_000, initialDelay = 60_000)
  void sendWhatIsDue() {
    if (isOn()) sendDigests();
  }

  /**
   * @return how many mails went out
   */
  int sendDigests() {
    int sent = 0;
    for (var account : users.all()) {
      if (account.disabled()) continue;
      var wish = wishes.of(account.user().id());
      var last = wish.mailedAt();
      var pause = Duration.ofDays(settings.everyDays()).minusMinutes(30);
      if (!wish.wanted() || (last != null && last.plus(pause).isAfter(clock.instant()))) continue;
      var target = wish.target();
      if (target.isPresent() && send(account, target.get())) sent++;
    }
    return sent;
  }

  private boolean send(Account account, String target) {
    var person = account.user().id();
    var fresh =
        jdbc.sql(
                "select * from message where recipient = ? and mailed_at is null and read_at is"
                    + " null order by id")
            .param(person.value())
            .query(JdbcMessages::read)
            .list();
    var text = text(account, fresh);
    if (text.isEmpty()) return false;
    var mail = new SimpleMailMessage();
    mail.setFrom(settings.from());
    mail.setTo(target);
    mail.setSubject(
        fresh.isEmpty() ? "Tandem: what stands open" : "Tandem: " + fresh.size() + " new");
    mail.setText(text);
    try {
      sender.getObject().send(mail);
    } catch (MailException failed) {
      LOG.warn("The digest for {} could not be sent: {}", person, failed.getMessage());
      return false;
    }
    if (!fresh.isEmpty())
      jdbc.sql("update message set mailed_at = ? where recipient = ? and id = any(?)")
          .params(
              OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
              person.value(),
              fresh.stream().map(Message::id).toArray(Long[]::new))
          .update();
    wishes.mailed(person, clock.instant());
    return true;
  }

  /** Empty when there is nothing to say. */
  private String text(Account account, List<Message> fresh) {
    var parts = new ArrayList<String>();
    if (!fresh.isEmpty())
      parts.add(
          part(
              "New", fresh.stream().map(one -> names.in(one.words()) + link(one.path())).toList()));
    for (var section : sections) {
      var own = section.linesFor(account.user().id());
      if (!own.isEmpty()) parts.add(part(section.title(), own));
    }
    if (!account.team().isEmpty())
      for (var section : sections) {
        var team = section.linesForTeam(account.team());
        if (!team.isEmpty())
          parts.add(part(section.title() + ": the team " + account.team(), team));
      }
    if (parts.isEmpty()) return "";
    return String.join("\n\n", parts)
        + "\n\n--\nYou get this since you asked for it under Messages in Tandem; turn it off"
        + " there."
        + link("messages")
        + "\n";
  }

  private String link(String path) {
    return path.isEmpty() || settings.address().isEmpty()
        ? ""
        : "\n  " + settings.address() + "/" + path;
  }

  private static String part(String title, List<String> lines) {
    return title + "\n" + "-".repeat(title.length()) + "\n* " + String.join("\n* ", lines);
  }
}
