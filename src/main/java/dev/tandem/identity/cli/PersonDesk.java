package dev.tandem.identity.cli;

import dev.tandem.identity.People;
import dev.tandem.identity.UserId;
import dev.tandem.identity.cli.PersonNote.Answer;
import dev.tandem.identity.cli.PersonWork.Outcome;
import dev.tandem.shared.TandemHome;
import jakarta.annotation.PostConstruct;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The server's side of {@link PersonNote}: looks each second whether a command asks. */
@Component
@Profile("!command")
class PersonDesk {
  private static final Logger LOG = LoggerFactory.getLogger(PersonDesk.class);

  private final TandemHome home;
  private final People people;

  PersonDesk(TandemHome home, People people) {
    this.home = home;
    this.people = people;
  }

  /** What a command that was killed did not fetch holds a person's data. */
  @PostConstruct
  void forgetOldAnswers() throws IOException {
    PersonNote.removeAnswer(home);
  }

  @Scheduled(fixedDelayString = "PT1S")
  void look() {
    try {
      var request = PersonNote.take(home);
      if (request == null) return;
      PersonNote.write(home, new Answer(request.id(), null));
      PersonNote.write(home, new Answer(request.id(), done(request)));
      // the name stays out of the log: it may be what is to be forgotten
      LOG.info("The command line asked for a person's data: {}", request.wish());
    } catch (IOException e) {
      LOG.warn("A command that asks for a person's data gets no answer: {}", e.toString());
    }
  }

  private Outcome done(PersonNote.Request request) {
    try {
      return PersonWork.of(request.wish(), new UserId(request.user()), people);
    } catch (RuntimeException failed) {
      LOG.error("A person's data could not be handed out or forgotten", failed);
      return Outcome.failed("It failed: " + failed.getMessage());
    }
  }
}
