package dev.tandem.library.extraction.worker;

import dev.tandem.library.extraction.PageUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Markdown with front matter, and what site generators add; by way of HTML. */
final class MarkdownReader implements DocumentReader {
  private static final List<Extension> EXTENSIONS =
      List.of(
          TablesExtension.create(),
          StrikethroughExtension.create(),
          TaskListItemsExtension.create(),
          FootnotesExtension.create());
  private static final int MAX_BYTES = 8 << 20;
  private static final int MAX_NESTING = 100;

  /** All but code by indentation: what stands inside a component is indented. */
  private static final Set<Class<? extends Block>> OF_MDX =
      Set.of(
          Heading.class,
          HtmlBlock.class,
          ThematicBreak.class,
          FencedCodeBlock.class,
          BlockQuote.class,
          ListBlock.class);

  /** Marks of footnotes, and what was crossed out. */
  private static final String NOT_READ = "sup.footnote-ref, a.footnote-backref, del";

  private final Parser parser = parser().build();
  private final Parser mdx = parser().enabledBlockTypes(OF_MDX).build();
  private final HtmlRenderer renderer = HtmlRenderer.builder().extensions(EXTENSIONS).build();

  private static Parser.Builder parser() {
    return Parser.builder().extensions(EXTENSIONS).maxOpenBlockParsers(MAX_NESTING);
  }

  @Override
  public void read(SourceFile file, Draft draft) throws Exception {
    draft.unit(PageUnit.SECTION);
    var matter = FrontMatter.of(TextBytes.read(file, MAX_BYTES, draft));
    boolean components =
        SourceFile.ending(file.name()).equals("mdx") || SiteMarkup.usesComponents(matter.body());
    var parsed = (components ? mdx : parser).parse(SiteMarkup.without(matter.body(), components));
    var body = Jsoup.parseBodyFragment(renderer.render(parsed)).body();
    body.select(NOT_READ).remove();
    new FrontMatter(withMetaTags(matter.values(), body), "", matter.problem()).tell(draft);
    draft.created(Dates.day(file.name()));
    HtmlBlocks.write(body, draft);
    SpokenAttributes.ofFrontMatter(matter.values()).forEach(draft::paragraph);
  }

  /** Some write {@code <meta name="category" value="guide">} into the text instead. */
  private static Map<String, Object> withMetaTags(Map<String, Object> values, Element body) {
    var all = new LinkedHashMap<>(values);
    for (var meta : body.select("meta[name]")) {
      var said = meta.hasAttr("content") ? meta.attr("content") : meta.attr("value");
      if (!said.isBlank()) all.putIfAbsent(CleanText.line(meta.attr("name")), CleanText.of(said));
    }
    return SiteKeys.inOurWords(all);
  }
}
