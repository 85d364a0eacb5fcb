package dev.tandem.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.encoder.Embedding;
import dev.tandem.encoder.NoMeaning;
import dev.tandem.encoder.SentenceEncoder;
import dev.tandem.taxonomy.Audience;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TellingNotesTest {
  private static final Set<Audience> ALL = EnumSet.allOf(Audience.class);
  private static final String ABOUT_PAYROLL = "Corrections of payroll errors eat their margins.";
  private static final String SMALL_TALK =
      "Left a voicemail on Tuesday, she is sailing until Thursday. Nice chat about football.";

  private final Bench bench = ThreeCompanies.bench();
  private final TellingNotes notes = new TellingNotes(bench.library, new NoMeaning());

  @Test
  void ofSmallTalkOnlyWhatTheLibrarySpeaksOfIsRead() {
    assertThat(notes.of(SMALL_TALK + " " + ABOUT_PAYROLL + " Call again in March.", ALL))
        .isEqualTo(ABOUT_PAYROLL);
  }

  @Test
  void severalTellingSentencesStayInTheirOrder() {
    var compared = "They compared features and price side by side with Gusty.";
    assertThat(notes.of(ABOUT_PAYROLL + "\n" + SMALL_TALK + "\n" + compared, ALL))
        .isEqualTo(ABOUT_PAYROLL + "\n" + compared);
  }

  @Test
  void twoSentencesAreReadAsTheyAre() {
    var two = "Nice chat about football. " + ABOUT_PAYROLL;
    assertThat(notes.of(two, ALL)).isEqualTo(two);
  }

  @Test
  void notesOfWhichTheLibraryKnowsNothingStayWhole() {
    var unknown = SMALL_TALK + " Bring Tom along.";
    assertThat(notes.of(unknown, ALL)).isEqualTo(unknown);
  }

  @Test
  void hugeNotesAreReadFromTheirBeginning() {
    var huge = ABOUT_PAYROLL + "\n" + (SMALL_TALK + "\n").repeat(20_000);
    assertThat(notes.of(huge, ALL)).isEqualTo(ABOUT_PAYROLL);
  }

  @Test
  void meaningIsAskedOnlyOfTheSentencesThatWordsChose() {
    var asked = new int[1];
    var encoder =
        new SentenceEncoder() {
          @Override
          public String model() {
            return "counting";
          }

          @Override
          public int dimensions() {
            return 1;
          }

          @Override
          public Optional<Embedding> query(String text) {
            asked[0]++;
            return Optional.of(new Embedding(new byte[] {1}));
          }

          @Override
          public Optional<Embedding> passage(String text) {
            return query(text);
          }

          @Override
          public boolean available() {
            return true;
          }
        };
    var reading = new TellingNotes(bench.library, encoder);
    reading.of((ABOUT_PAYROLL + "\n").repeat(50), ALL);
    assertThat(asked[0]).isEqualTo(8);
    reading.of((ABOUT_PAYROLL + "\n").repeat(50), ALL);
    assertThat(asked[0]).as("asked a second time").isEqualTo(8);
  }

  @Test
  void theDealIsRecommendedForWhatItsNotesAreAbout() {
    assertThat(slateFor(SMALL_TALK + " " + ABOUT_PAYROLL + " Bring Tom along."))
        .isEqualTo(slateFor(ABOUT_PAYROLL));
  }

  private List<String> slateFor(String told) {
    return Bench.ids(bench.ask("", Bench.deal(null, null, List.of(), List.of(), told), 5));
  }
}
