package dev.tandem.recommendation.ui;

/** Text of a passage, in which matches stand between U+E000 and U+E001. */
final class MarkedText {
  private static final char BEGINS = '\uE000';
  private static final char ENDS = '\uE001';

  private MarkedText() {}

  /** The text after its heading, where it begins with it; as it is where nothing would be left. */
  static String without(String heading, String text) {
    int at = 0;
    boolean marked = false;
    for (int i = 0; i < heading.length(); at++) {
      if (at == text.length()) return text;
      char here = text.charAt(at);
      if (here == BEGINS || here == ENDS) marked = here == BEGINS;
      else if (Character.toLowerCase(here) != Character.toLowerCase(heading.charAt(i++)))
        return text;
    }
    if (at < text.length() && text.charAt(at) == ENDS) {
      marked = false;
      at++;
    }
    if (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) return text;
    var rest = text.substring(at).replaceFirst("^[\\s·:.,–-]+", "");
    if (rest.isBlank()) return text;
    return marked ? BEGINS + rest : rest;
  }
}
