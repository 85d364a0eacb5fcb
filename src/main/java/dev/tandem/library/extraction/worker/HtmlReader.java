package dev.tandem.library.extraction.worker;

import dev.tandem.library.extraction.PageUnit;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** Web pages, as they are or as site generators read them, with front matter and tags. */
final class HtmlReader implements DocumentReader {
  /** A larger page is data, not reading matter, and its tree would fill the memory. */
  private static final int MAX_BYTES = 8 << 20;

  private static final Pattern META_CHARSET =
      Pattern.compile("(?i)<meta[^>]{0,200}charset\\s*=|<\\?xml[^>]{0,200}encoding\\s*=");

  @Override
  public void read(SourceFile file, Draft draft) throws Exception {
    draft.unit(PageUnit.SECTION);
    byte[] bytes = file.head(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      draft.cutOff();
    }
    var page = parse(bytes, draft);
    draft.title(meta(page, "og:title"));
    draft.title(page.title());
    draft.description(meta(page, "description"));
    draft.description(meta(page, "og:description"));
    draft.author(meta(page, "author"));
    draft.created(Dates.day(meta(page, "article:published_time")));
    draft.created(Dates.day(meta(page, "date")));
    var root = page.selectFirst("html");
    draft.language(root == null ? null : root.attr("lang"));
    draft.created(Dates.day(file.name()));
    HtmlBlocks.write(MainContent.of(page), draft);
  }

  private static Document parse(byte[] bytes, Draft draft) throws IOException {
    if (FrontMatter.standsIn(bytes)) {
      var matter = FrontMatter.of(TextBytes.decode(bytes));
      matter.tell(draft);
      return Jsoup.parse(SiteMarkup.without(matter.body(), false));
    }
    var start = new String(bytes, 0, Math.min(bytes.length, 4_096), StandardCharsets.ISO_8859_1);
    if (META_CHARSET.matcher(start).find()) {
      return Jsoup.parse(new ByteArrayInputStream(bytes), null, "");
    }
    return Jsoup.parse(TextBytes.decode(bytes));
  }

  private static @Nullable String meta(Document page, String name) {
    for (var element : page.select("meta[content]")) {
      if (name.equalsIgnoreCase(element.attr("name"))
          || name.equalsIgnoreCase(element.attr("property"))) {
        return element.attr("content");
      }
    }
    return null;
  }
}
