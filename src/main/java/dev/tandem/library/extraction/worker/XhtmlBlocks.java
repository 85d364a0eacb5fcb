package dev.tandem.library.extraction.worker;

import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Drafts what Tika says in XHTML: headings, paragraphs, rows, and a page for each sheet. */
final class XhtmlBlocks extends DefaultHandler {
  private static final int MAX_PARAGRAPH = 1 << 20;

  private final Draft draft;
  private final boolean sheets;
  private final StringBuilder line = new StringBuilder();
  private int cells;
  private boolean head;

  XhtmlBlocks(Draft draft, boolean sheets) {
    this.draft = draft;
    this.sheets = sheets;
  }

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes) {
    switch (name) {
      case "head" -> head = true;
      case "div" -> flush();
      case "td", "th" -> cells++;
      case "br" -> line.append('\n');
      case "p", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6" -> {
        if (cells == 0) {
          flush();
        }
      }
      default -> {}
    }
  }

  @Override
  public void endElement(String uri, String name, String qualified) {
    switch (name) {
      case "head" -> {
        head = false;
        line.setLength(0);
      }
      case "td", "th" -> {
        cells--;
        line.append(" | ");
      }
      case "h1", "h2", "h3", "h4", "h5", "h6" -> endHeading(name.charAt(1) - '0');
      case "p", "li", "tr", "div" -> {
        if (cells == 0) {
          flush();
        } else {
          line.append(' ');
        }
      }
      default -> {}
    }
  }

  private void endHeading(int level) {
    if (cells > 0) {
      line.append(' ');
    } else if (sheets && level == 1) {
      draft.startPage(take());
    } else {
      draft.heading(level, take());
    }
  }

  @Override
  public void characters(char[] characters, int start, int length) {
    if (!head) {
      line.append(characters, start, length);
      if (line.length() > MAX_PARAGRAPH) {
        flush();
      }
    }
  }

  @Override
  public void endDocument() {
    flush();
  }

  private void flush() {
    draft.paragraph(take());
  }

  private String take() {
    var text = TableRow.line(line);
    line.setLength(0);
    return text;
  }
}
