package dev.tandem.library.extraction.worker;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * The lines of a PDF with their size of type: what is clearly larger than the body is a heading,
 * and what stands at the edge of most pages is left out after the first time.
 */
final class PdfLines extends PDFTextStripper {
  private record Line(String text, float size, boolean endsParagraph) {
    Line asLast() {
      return new Line(text, size, true);
    }
  }

  /** Larger than the body by this much is a heading; by {@link #TITLE} a heading of level 1. */
  private static final float HEADING = 1.18f;

  private static final float TITLE = 1.6f;
  private static final int LONGEST_HEADING = 160;

  /** Lines at the top and at the bottom of a page that may be a running header or footer. */
  private static final int EDGE = 2;

  private final List<List<Line>> pages = new ArrayList<>();
  private final int limit;
  private final StringBuilder line = new StringBuilder();
  private List<Line> page = new ArrayList<>();
  private float size;
  private int characters;

  private PdfLines(int limit) {
    this.limit = limit;
    setSuppressDuplicateOverlappingText(true);
  }

  static PdfLines of(PDDocument document, int lastPage, int limit) throws IOException {
    var lines = new PdfLines(limit);
    lines.setEndPage(lastPage);
    try {
      lines.writeText(document, Writer.nullWriter());
    } catch (Draft.Full enough) {
      lines.endPage();
    }
    return lines;
  }

  int pageCount() {
    return pages.size();
  }

  @Override
  protected void writeString(String text, List<TextPosition> positions) {
    line.append(text);
    characters += text.length();
    for (var position : positions) {
      if (!position.getUnicode().isBlank()) {
        size = Math.max(size, position.getFontSizeInPt());
      }
    }
    // A little more than the draft takes, so that the draft is the one to say so.
    if (characters > limit + 10_000L) {
      throw new Draft.Full();
    }
  }

  @Override
  protected void writeWordSeparator() {
    line.append(' ');
  }

  @Override
  protected void writeLineSeparator() {
    endLine();
  }

  @Override
  protected void writeParagraphEnd() {
    endLine();
    if (!page.isEmpty()) {
      page.set(page.size() - 1, page.getLast().asLast());
    }
  }

  private void endLine() {
    var text = CleanText.line(line.toString());
    if (!text.isEmpty()) {
      page.add(new Line(text, size, false));
    }
    line.setLength(0);
    size = 0;
  }

  @Override
  protected void endPage(PDPage ended) {
    endPage();
  }

  private void endPage() {
    endLine();
    pages.add(page);
    page = new ArrayList<>();
  }

  void writeTo(Draft draft) {
    float body = bodySize();
    var running = runningLines();
    var seen = new HashSet<String>();
    for (var lines : pages) {
      draft.startPage(null);
      write(withoutRepeats(lines, running, seen), body, draft);
    }
  }

  private static void write(List<Line> lines, float body, Draft draft) {
    var paragraph = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      boolean heading = isHeading(line, body);
      boolean newKind =
          i > 0
              && (Math.abs(lines.get(i - 1).size() - line.size()) > 0.1 * body
                  && (heading || isHeading(lines.get(i - 1), body)));
      if (newKind || (i > 0 && !heading && lines.get(i - 1).endsParagraph())) {
        flush(paragraph, lines.get(i - 1), body, draft);
      }
      join(paragraph, line.text());
    }
    if (!lines.isEmpty()) {
      flush(paragraph, lines.getLast(), body, draft);
    }
  }

  private static void flush(StringBuilder paragraph, Line last, float body, Draft draft) {
    var text = paragraph.toString();
    paragraph.setLength(0);
    if (isHeading(last, body) && text.length() <= LONGEST_HEADING) {
      draft.heading(last.size() >= TITLE * body ? 1 : 2, text);
    } else {
      draft.paragraph(text);
    }
  }

  private static boolean isHeading(Line line, float body) {
    return body > 0
        && line.size() >= HEADING * body
        && line.text().length() <= LONGEST_HEADING
        && line.text().chars().anyMatch(Character::isLetter);
  }

  /** A word divided at the end of a line is put together again. */
  private static void join(StringBuilder paragraph, String next) {
    int end = paragraph.length();
    if (end > 1
        && paragraph.charAt(end - 1) == '-'
        && Character.isLetter(paragraph.charAt(end - 2))
        && Character.isLowerCase(next.charAt(0))) {
      paragraph.setLength(end - 1);
    } else if (end > 0) {
      paragraph.append(' ');
    }
    paragraph.append(next);
  }

  /** The size in which most characters are set. */
  private float bodySize() {
    var characters = new HashMap<Float, Integer>();
    for (var lines : pages) {
      for (var line : lines) {
        characters.merge(Math.round(line.size() * 2) / 2f, line.text().length(), Integer::sum);
      }
    }
    return characters.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(0f);
  }

  private Set<String> runningLines() {
    var counts = new HashMap<String, Integer>();
    for (var lines : pages) {
      var edges = new HashSet<String>();
      for (int i = 0; i < lines.size(); i++) {
        if (i < EDGE || i >= lines.size() - EDGE) {
          edges.add(pattern(lines.get(i)));
        }
      }
      edges.forEach(edge -> counts.merge(edge, 1, Integer::sum));
    }
    var running = new HashSet<String>();
    counts.forEach(
        (text, count) -> {
          if (count >= 3 && count * 10 >= pages.size() * 6) {
            running.add(text);
          }
        });
    return running;
  }

  private static List<Line> withoutRepeats(
      List<Line> lines, Set<String> running, Set<String> seen) {
    var kept = new ArrayList<Line>();
    for (int i = 0; i < lines.size(); i++) {
      var pattern = pattern(lines.get(i));
      boolean edge = i < EDGE || i >= lines.size() - EDGE;
      if (!edge || !running.contains(pattern) || seen.add(pattern)) {
        kept.add(lines.get(i));
      }
    }
    return kept;
  }

  /** Equal for "Page 3 of 9" and "Page 4 of 9". */
  private static String pattern(Line line) {
    return line.text().replaceAll("\\d+", "#");
  }
}
