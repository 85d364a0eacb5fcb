package dev.tandem.library.ui;

import java.util.regex.Pattern;

/**
 * Text from files as people read it: cells of a row with a dot between them, empty ones left out.
 */
public final class ReadableText {
  private static final Pattern CELLS = Pattern.compile("[ \\t]*\\|(?:[ \\t]*\\|)*[ \\t]*");
  private static final Pattern EDGES = Pattern.compile("(?m)^(?: · )+|(?: · )+$");

  private ReadableText() {}

  public static String of(String text) {
    return EDGES.matcher(CELLS.matcher(text).replaceAll(" · ")).replaceAll("");
  }
}
