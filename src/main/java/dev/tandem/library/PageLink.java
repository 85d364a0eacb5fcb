package dev.tandem.library;

import java.util.Locale;
import java.util.Optional;

/** Where a page of an asset opens by itself: browsers open a PDF at the page behind {@code #}. */
public final class PageLink {

  /**
   * @param page counts from 1
   * @return a path of this server, or an address elsewhere; empty for what has no pages to open
   */
  public static Optional<String> to(Asset asset, int page) {
    var url = asset.url();
    if (asset.hasFile())
      return "application/pdf".equals(asset.mediaType())
          ? Optional.of("/assets/" + asset.id().value() + "/file#page=" + page)
          : Optional.empty();
    return url != null && url.toLowerCase(Locale.ROOT).endsWith(".pdf")
        ? Optional.of(url + "#page=" + page)
        : Optional.empty();
  }

  private PageLink() {}
}
