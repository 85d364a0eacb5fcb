package dev.tandem.messages;

import dev.tandem.identity.Account;
import dev.tandem.identity.Users;
import dev.tandem.messages.DigestMail.Line;
import dev.tandem.messages.DigestMail.Part;
import java.nio.charset.StandardCharsets;
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
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
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
    var parts = parts(account, fresh);
    if (parts.isEmpty()) return false;
    var digest = new DigestMail(parts, settings.address());
    var subject = fresh.isEmpty() ? "Tandem: what stands open" : "Tandem: " + fresh.size() + " new";
    try {
      sender
          .getObject()
          .send(
              mail -> {
                var message =
                    new MimeMessageHelper(
                        mail,
                        MimeMessageHelper.MULTIPART_MODE_RELATED,
                        StandardCharsets.UTF_8.name());
                message.setFrom(settings.from());
                message.setTo(target);
                message.setSubject(subject);
                message.setText(digest.text(), digest.html());
                // RFC 3834: out-of-office programs do not answer it
                mail.setHeader("Auto-Submitted", "auto-generated");
              });
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
  private List<Part> parts(Account account, List<Message> fresh) {
    var parts = new ArrayList<Part>();
    if (!fresh.isEmpty())
      parts.add(
          new Part(
              "New",
              fresh.stream().map(one -> new Line(names.in(one.words()), one.path())).toList()));
    for (var section : sections) {
      var own = section.linesFor(account.user().id());
      if (!own.isEmpty()) parts.add(Part.of(section.title(), own));
    }
    if (!account.team().isEmpty())
      for (var section : sections) {
        var team = section.linesForTeam(account.team());
        if (!team.isEmpty())
          parts.add(Part.of(section.title() + ": the team " + account.team(), team));
      }
    return parts;
  }
}
