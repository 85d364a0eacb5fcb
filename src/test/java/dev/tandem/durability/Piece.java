package dev.tandem.durability;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.random.RandomGenerator;

/**
 * A Markdown file to import.
 *
 * @param word stands in its text and in no other
 */
record Piece(String id, String word, String text) {
  private static final String LETTERS = "bcdfghjklmnpqrtvwxz";
  private static final String SENTENCE =
      "The maintenance team plans its visits by what the machines report, not by the calendar. ";
  private static final int MOST_SENTENCES = 400;

  static Piece of(int number, RandomGenerator random) {
    var word = new StringBuilder();
    for (int i = 0; i < 14; i++) word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    var text = new StringBuilder("# Field report " + number + "\n\n");
    int sentences = random.nextInt(3, MOST_SENTENCES);
    for (int i = 0; i < sentences; i++) {
      text.append(SENTENCE);
      // the word stands in the middle, so that half a text would not pass
      if (i == sentences / 2) text.append("They call it ").append(word).append(". ");
      if (i % 7 == 6) text.append("\n\n");
    }
    return new Piece("report-" + number, word.toString(), text.toString());
  }

  String fileName() {
    return id + ".md";
  }

  byte[] bytes() {
    return text.getBytes(UTF_8);
  }
}
