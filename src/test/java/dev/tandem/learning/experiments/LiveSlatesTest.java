package dev.tandem.learning.experiments;

import static dev.tandem.learning.experiments.Interleaved.MORNING;
import static dev.tandem.learning.experiments.Interleaved.seen;
import static dev.tandem.learning.experiments.Interleaved.slate;
import static dev.tandem.learning.experiments.Interleaved.used;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.feedback.FeedbackEvent;
import dev.tandem.feedback.FeedbackEvent.Retraction;
import dev.tandem.identity.UserId;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LiveSlatesTest {
  private static final String PAIR = "interleaved:old";
  private final LiveSlates slates = new LiveSlates();

  private void happened(FeedbackEvent... events) {
    for (var event : events) slates.follow(event);
  }

  private Preferences preferences() {
    return slates.preferences("new", "old");
  }

  @Test
  void theFirstUseThatTellsGoesToItsTeam() {
    happened(
        slate("s1", "ann", PAIR, "new", "both", "x/old", "y/new"),
        used("s1", "ann", "both"),
        used("s1", "ann", "y"),
        used("s1", "ann", "x"));
    assertThat(preferences()).isEqualTo(new Preferences(1, 0, 0));
  }

  @Test
  void aSlateThatWasSeenWithoutAUseIsATie() {
    happened(
        slate("s1", "ann", PAIR, "new", "x/old", "y/new"),
        slate("s2", "ann", PAIR, "new", "x/old", "y/new"),
        seen("s1", "x"));
    assertThat(preferences()).isEqualTo(new Preferences(0, 0, 1));
  }

  @Test
  void theSameSearchOnOneDayIsOneSession() {
    var again = slate("s1", "ann", PAIR, "new", "x/old", "y/new");
    happened(again, used("s1", "ann", "x"));
    happened(
        new FeedbackEvent.SlateServed(
            "slate:s2",
            MORNING,
            "s2",
            again.surface(),
            again.rep(),
            null,
            again.query(),
            "new",
            again.items(),
            null,
            PAIR),
        used("s2", "ann", "y"));
    assertThat(preferences()).isEqualTo(new Preferences(0, 1, 0));
  }

  @Test
  void whatWasTakenBackDoesNotCount() {
    happened(
        slate("s1", "ann", PAIR, "new", "x/old", "y/new"),
        seen("s1", "x"),
        used("s1", "ann", "x"),
        new Retraction("undo", MORNING, "used:s1x", new UserId("ann")));
    assertThat(preferences()).isEqualTo(new Preferences(0, 0, 1));
  }

  @Test
  void anotherRepsUseAndWhatWasNotShownDoNotCount() {
    happened(
        slate("s1", "ann", PAIR, "new", "x/old", "y/new"),
        seen("s1", "x"),
        used("s1", "bob", "x"),
        used("s1", "ann", "z"));
    assertThat(preferences()).isEqualTo(new Preferences(0, 0, 1));
  }

  @Test
  void oneRepCannotOutvoteAllOthers() {
    for (int i = 0; i < 200; i++)
      happened(slate("s" + i, "bot", PAIR, "new", "x/old", "y/new"), used("s" + i, "bot", "x"));
    assertThat(preferences().losses()).isEqualTo(LiveSlates.MOST_OF_ONE_REP_A_DAY);
  }

  @Test
  void slatesOfOtherModelsAreNotMixedIn() {
    happened(
        slate("s1", "ann", PAIR, "older", "x/old", "y/older"),
        used("s1", "ann", "x"),
        slate("s2", "ann", "interleaved:other", "new", "x/other", "y/new"),
        used("s2", "ann", "x"));
    assertThat(preferences()).isEqualTo(Preferences.NONE);
  }

  @Test
  void heldOutDaysAreComparedOnceThereAreEnough() {
    for (int i = 0; i < HoldoutComparison.LEAST_DAYS; i++) {
      happened(slate("h" + i, "held" + i, "holdout:new", "prior-3", "x"), seen("h" + i, "x"));
      happened(slate("u" + i, "rep" + i, "in_use", "new", "x"), seen("u" + i, "x"));
      if (i % 2 == 0) happened(used("u" + i, "rep" + i, "x"));
      if (i % 10 == 0) happened(used("h" + i, "held" + i, "x"));
      if (i == HoldoutComparison.LEAST_DAYS - 2)
        assertThat(slates.heldOut("new").difference()).as("too few days").isNull();
    }
    var found = slates.heldOut("new");
    assertThat(found.learned().successes()).isEqualTo(10);
    assertThat(found.prior().successes()).isEqualTo(2);
    var difference = Objects.requireNonNull(found.difference());
    assertThat(difference.low()).isBetween(0.0, 0.4);
    assertThat(difference.high()).isBetween(0.4, 0.8);
  }

  @Test
  void whatIsTriedOutIsCounted() {
    happened(
        slate("s1", "ann", "in_use", "new", "x", "y", "z", "news/exploration"),
        seen("s1", "x"),
        seen("s1", "news"),
        slate("s2", "ann", "in_use", "new", "x", "y", "z", "w"),
        slate("s3", "ann", "in_use", "new", "x", "y", "z", "n2/exploration"),
        used("s3", "ann", "n2"));
    var tried = slates.triedOut("new");
    assertThat(tried.slates().successes()).isEqualTo(2);
    assertThat(tried.slates().trials()).isEqualTo(3);
    assertThat(tried.used().successes()).isEqualTo(1);
    assertThat(tried.used().trials()).isEqualTo(2);
  }
}
