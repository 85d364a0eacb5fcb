package dev.tandem.library.extraction.worker;

import dev.tandem.library.extraction.PageUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

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
    var text = TextBytes.read(file, MAX_BYTES, draft);
    var matter = TomlFrontMatter.of(text).orElseGet(() -> FrontMatter.of(text));
    if (matter.problem() != null) {
      draft.warn(
          "The values at the top, between the lines of dashes, could not be read and were ignored ("
              + matter.problem()
              + ").");
    }
    var body = Jsoup.parseBodyFragment(renderer.render(parser.parse(matter.body()))).body();
    var said = new FrontMatter(withMetaTags(matter.values(), body), matter.body(), null);
    draft.frontMatter(said.values());
    draft.title(said.first("title", "subject"));
    draft.description(said.first("description", "summary", "abstract", "excerpt"));
    draft.author(said.first("author", "by"));
    draft.created(Dates.day(said.first("published_on", "date", "published", "created")));
    draft.language(said.first("language", "lang", "locale"));
    HtmlBlocks.write(body, draft);
  }

  /** Some write {@code <meta name="category" value="guide">} into the text instead. */
  private static Map<String, Object> withMetaTags(Map<String, Object> values, Element body) {
    var all = new LinkedHashMap<>(values);
    for (var meta : body.select("meta[name]")) {
      var said = meta.hasAttr("content") ? meta.attr("content") : meta.attr("value");
      if (!said.isBlank()) all.putIfAbsent(CleanText.line(meta.attr("name")), CleanText.of(said));
    }
    return all;
  }
}
