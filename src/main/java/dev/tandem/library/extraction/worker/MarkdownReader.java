package dev.tandem.library.extraction.worker;

import dev.tandem.library.extraction.PageUnit;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;

/** Markdown with front matter; by way of HTML, since it may contain some. */
final class MarkdownReader implements DocumentReader {
  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
  private static final int MAX_BYTES = 8 << 20;
  private static final int MAX_NESTING = 100;

  private final Parser parser =
      Parser.builder().extensions(EXTENSIONS).maxOpenBlockParsers(MAX_NESTING).build();
  private final HtmlRenderer renderer = HtmlRenderer.builder().extensions(EXTENSIONS).build();

  @Override
  public void read(SourceFile file, Draft draft) throws Exception {
    draft.unit(PageUnit.SECTION);
    var matter = FrontMatter.of(TextBytes.read(file, MAX_BYTES, draft));
    if (matter.problem() != null) {
      draft.warn(
          "The values at the top, between the lines of dashes, could not be read and were ignored ("
              + matter.problem()
              + ").");
    }
    draft.frontMatter(matter.values());
    draft.title(matter.first("title", "subject"));
    draft.description(matter.first("description", "summary", "abstract", "excerpt"));
    draft.author(matter.first("author", "by"));
    draft.created(Dates.day(matter.first("published_on", "date", "published", "created")));
    draft.language(matter.first("language", "lang", "locale"));
    var html = renderer.render(parser.parse(matter.body()));
    HtmlBlocks.write(Jsoup.parseBodyFragment(html).body(), draft);
  }
}
