package dev.tandem.library.store;

import dev.tandem.library.AssetText.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The content that comes with a first or a changed file. */
public record NewVersion(
    List<String> headings, List<Page> pages, @Nullable Long bytes, @Nullable String createdBy) {
  public NewVersion {
    headings = List.copyOf(headings);
    pages = List.copyOf(pages);
  }
}
