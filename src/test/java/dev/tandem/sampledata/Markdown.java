package dev.tandem.sampledata;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/** The Markdown of the sources: CommonMark with tables. */
final class Markdown {
  private static final List<TablesExtension> EXTENSIONS =
      List.of((TablesExtension) TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
  private static final HtmlRenderer HTML = HtmlRenderer.builder().extensions(EXTENSIONS).build();
  private static final TextContentRenderer TEXT =
      TextContentRenderer.builder().extensions(EXTENSIONS).build();

  static final String PAGE_BREAK = "<!-- page -->";

  private Markdown() {}

  static Node parse(String markdown) {
    return PARSER.parse(markdown);
  }

  static String html(Node node) {
    return HTML.render(node);
  }

  static String text(Node node) {
    return TEXT.render(node).strip();
  }

  static List<Node> children(Node parent) {
    var children = new ArrayList<Node>();
    for (var child = parent.getFirstChild(); child != null; child = child.getNext())
      children.add(child);
    return children;
  }

  /** Rows of cells, the header row first. */
  static List<List<TableCell>> rows(Node table) {
    var rows = new ArrayList<List<TableCell>>();
    for (var part : children(table))
      for (var row : children(part))
        if (row instanceof TableRow)
          rows.add(children(row).stream().map(TableCell.class::cast).toList());
    return rows;
  }
}
