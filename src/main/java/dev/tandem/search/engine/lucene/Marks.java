package dev.tandem.search.engine.lucene;

/** Where words that matched begin and end in a snippet. */
final class Marks {
  static final String BEGIN = "\uE000", END = "\uE001";
  private static final char BEGINS = BEGIN.charAt(0), ENDS = END.charAt(0);

  /**
   * Without needless white space, and with marks around words alone: an analyzer may take a comma
   * for a part of the word before it.
   */
  static String tidy(String snippet) {
    var tidy = new StringBuilder(snippet.length());
    for (int i = 0; i < snippet.length(); i++) {
      char each = snippet.charAt(i);
      if (each == ENDS) insertBehindWord(tidy);
      else if (each == BEGINS) i = appendBeforeWord(tidy, snippet, i);
      else append(tidy, each);
    }
    return tidy.toString().strip();
  }

  private static void insertBehindWord(StringBuilder tidy) {
    int end = tidy.length();
    while (end > 0 && !isOfWord(tidy.charAt(end - 1)) && tidy.charAt(end - 1) != BEGINS) end--;
    tidy.insert(end, ENDS);
  }

  /** Returns the place of the last character that was taken. */
  private static int appendBeforeWord(StringBuilder tidy, String snippet, int at) {
    int next = at + 1;
    while (next < snippet.length()
        && !isOfWord(snippet.charAt(next))
        && snippet.charAt(next) != ENDS) append(tidy, snippet.charAt(next++));
    tidy.append(BEGINS);
    return next - 1;
  }

  private static void append(StringBuilder tidy, char each) {
    if (!Character.isWhitespace(each)) tidy.append(each);
    else if (tidy.isEmpty() || tidy.charAt(tidy.length() - 1) != ' ') tidy.append(' ');
  }

  private static boolean isOfWord(char each) {
    return Character.isLetterOrDigit(each) || Character.isSurrogate(each);
  }

  private Marks() {}
}
