package dev.tandem.embed.context;

import org.jspecify.annotations.Nullable;

/**
 * What the CRM says of the deal, for the time until Tandem knows it itself; each up to 200
 * characters, longer words are cut.
 *
 * @param stage the CRM's name of its sales stage
 */
public record DealHint(@Nullable String name, @Nullable String stage, @Nullable String industry) {
  public static final DealHint NOTHING = new DealHint(null, null, null);
  private static final int LONGEST = 200;

  public DealHint {
    name = kept(name);
    stage = kept(stage);
    industry = kept(industry);
  }

  private static @Nullable String kept(@Nullable String words) {
    if (words == null) return null;
    var readable = words.replaceAll("\\p{Cntrl}", " ").strip();
    if (readable.isEmpty()) return null;
    return readable.length() > LONGEST ? readable.substring(0, LONGEST) : readable;
  }
}
