package dev.tandem.library;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text of one version of an asset, page by page. */
public record AssetText(AssetId asset, int version, List<String> headings, List<Page> pages) {
  public AssetText {
    headings = List.copyOf(headings);
    pages = List.copyOf(pages);
  }

  /**
   * A page, slide, sheet or section.
   *
   * @param number counts from 1
   * @param label how people call it ("Slide 4", "12:30"), or null for "page number"
   * @param notes speaker notes: searched, never shown to a buyer; or null
   */
  public record Page(int number, @Nullable String label, String text, @Nullable String notes) {}
}
