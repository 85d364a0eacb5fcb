package dev.tandem.library.extraction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page, slide, sheet, section or stretch of time.
 *
 * @param number counted from 1 without gaps, the page as the reader's program counts it
 * @param title of the slide, sheet or section, the time of a transcript; null where there is none
 * @param headings on this page from top to bottom, the title included where it is a heading
 * @param text paragraphs separated by an empty line; may be empty
 * @param notes what the speaker sees and the buyer must not be shown; empty where there are none
 */
public record Page(
    int number, @Nullable String title, List<String> headings, String text, String notes) {

  public Page {
    if (number < 1) {
      throw new IllegalArgumentException("page number below 1: " + number);
    }
    headings = List.copyOf(headings);
  }
}
