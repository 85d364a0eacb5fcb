package dev.tandem.library.extraction.worker;

import dev.tandem.library.extraction.PageUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Drafts the body of an OpenDocument file; element names are unique without their prefix here. */
final class OpenDocumentBlocks extends DefaultHandler {
  /** Deleted text, remarks of reviewers, the invisible twin of a picture. */
  private static final Set<String> SILENT =
      Set.of("tracked-changes", "annotation", "desc", "styles", "automatic-styles", "scripts");

  private static final int MAX_PARAGRAPH = 1 << 20;
  private static final int MAX_SPACES = 100;

  private final Draft draft;
  private final PageUnit unit;
  private final StringBuilder line = new StringBuilder();
  private int silent;
  private int notes;
  private int cells;
  private int tables;
  private int headingLevel;
  private boolean titleFrame;
  private @Nullable String slideTitle;

  OpenDocumentBlocks(Draft draft, PageUnit unit) {
    this.draft = draft;
    this.unit = unit;
  }

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes) {
    if (SILENT.contains(name)) {
      silent++;
    }
    switch (name) {
      case "page" -> {
        if (unit == PageUnit.SLIDE) {
          draft.startPage(null);
          slideTitle = null;
        }
      }
      case "table" -> {
        if (tables++ == 0 && unit == PageUnit.SHEET) {
          draft.startPage(value(attributes, "name"));
        }
      }
      case "notes" -> notes++;
      case "frame" -> titleFrame = "title".equals(value(attributes, "class"));
      case "table-cell" -> cells++;
      case "h" -> {
        headingLevel = level(value(attributes, "outline-level"));
      }
      case "s" -> line.repeat(' ', Math.clamp(level(value(attributes, "c")), 1, MAX_SPACES));
      case "tab" -> line.append('\t');
      case "line-break" -> line.append('\n');
      default -> {}
    }
  }

  @Override
  public void endElement(String uri, String name, String qualified) {
    if (SILENT.contains(name)) {
      silent--;
    }
    switch (name) {
      case "p", "h" -> endParagraph();
      case "table-cell" -> {
        cells--;
        line.append(" | ");
      }
      case "table-row" -> {
        if (cells == 0) {
          flush();
        }
      }
      case "table" -> tables--;
      case "notes" -> notes--;
      case "frame" -> titleFrame = false;
      default -> {}
    }
  }

  private void endParagraph() {
    if (cells > 0) {
      line.append(' ');
    } else if (notes > 0) {
      draft.notes(take());
    } else if (titleFrame && slideTitle == null && !line.toString().isBlank()) {
      slideTitle = take();
      draft.slideTitle(slideTitle);
    } else if (headingLevel > 0) {
      draft.heading(headingLevel, take());
    } else {
      flush();
    }
    headingLevel = 0;
  }

  @Override
  public void characters(char[] characters, int start, int length) {
    if (silent == 0) {
      line.append(characters, start, length);
      if (line.length() > MAX_PARAGRAPH) {
        flush();
      }
    }
  }

  private void flush() {
    draft.paragraph(take());
  }

  private String take() {
    var text = TableRow.line(line);
    line.setLength(0);
    return text;
  }

  private static @Nullable String value(Attributes attributes, String name) {
    for (int i = 0; i < attributes.getLength(); i++) {
      if (attributes.getLocalName(i).equals(name)) {
        return attributes.getValue(i);
      }
    }
    return null;
  }

  private static int level(@Nullable String number) {
    return number != null && number.matches("[1-9]\\d?") ? Integer.parseInt(number) : 1;
  }
}
