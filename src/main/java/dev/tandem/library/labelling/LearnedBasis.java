package dev.tandem.library.labelling;

/** How a label that rests on what was learned says so. */
public final class LearnedBasis {
  private static final String BEGIN = "like ";

  private LearnedBasis() {}

  /** Such as {@code like 12 assets that people labelled CFO: “It pays back within a year.”} */
  static String of(int examples, String label, String sentence) {
    return BEGIN + examples + " assets that people labelled " + label + ": “" + sentence + "”";
  }

  /** Whether a label's basis was learned rather than read from cues. */
  public static boolean is(String basis) {
    return basis.startsWith(BEGIN) && basis.contains(" assets that people labelled ");
  }

  /** The sentence in it; empty where there is none. */
  static String sentence(String basis) {
    int from = basis.indexOf(": “");
    return is(basis) && from > 0 ? basis.substring(from + 3, basis.length() - 1) : "";
  }
}
