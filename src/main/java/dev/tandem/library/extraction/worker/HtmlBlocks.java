package dev.tandem.library.extraction.worker;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Walks over HTML, without recursion, and drafts headings, paragraphs, list items and rows. */
final class HtmlBlocks implements NodeVisitor {
  private static final Set<String> SILENT =
      Set.of("script", "style", "noscript", "template", "head", "svg", "math", "iframe", "select");

  private final Draft draft;
  private final StringBuilder line = new StringBuilder();
  private int cells;
  private int preformatted;
  private int silent;

  private HtmlBlocks(Draft draft) {
    this.draft = draft;
  }

  static void write(Element root, Draft draft) {
    var blocks = new HtmlBlocks(draft);
    NodeTraversor.traverse(blocks, root);
    blocks.flush();
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode text && silent == 0) {
      line.append(
          preformatted > 0 ? text.getWholeText() : text.getWholeText().replaceAll("\\s+", " "));
    } else if (node instanceof Element element) {
      enter(element);
    }
  }

  private void enter(Element element) {
    var tag = element.normalName();
    if (SILENT.contains(tag)) {
      silent++;
    } else if (tag.equals("br")) {
      line.append('\n');
    } else if (isCell(tag)) {
      cells++;
    } else if (cells > 0 && element.isBlock()) {
      line.append(' ');
    } else if (isHeading(tag) || element.isBlock()) {
      flush();
    }
    if (tag.equals("li")) {
      line.append("- ");
    } else if (tag.equals("pre")) {
      preformatted++;
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
      leave(element);
    }
  }

  private void leave(Element element) {
    var tag = element.normalName();
    if (SILENT.contains(tag)) {
      silent--;
    } else if (tag.equals("pre")) {
      preformatted--;
    }
    if (isCell(tag)) {
      cells--;
      line.append(" | ");
    } else if (cells > 0) {
      if (element.isBlock()) {
        line.append(' ');
      }
    } else if (isHeading(tag)) {
      var heading = take();
      draft.heading(tag.charAt(1) - '0', heading);
    } else if (element.isBlock()) {
      flush();
    }
  }

  private static boolean isCell(String tag) {
    return tag.equals("td") || tag.equals("th");
  }

  private static boolean isHeading(String tag) {
    return tag.length() == 2
        && tag.charAt(0) == 'h'
        && tag.charAt(1) >= '1'
        && tag.charAt(1) <= '6';
  }

  private void flush() {
    var text = take();
    if (!text.isBlank() && !text.equals("-")) {
      draft.paragraph(text);
    }
  }

  private String take() {
    var text = TableRow.line(line);
    line.setLength(0);
    return text;
  }
}
