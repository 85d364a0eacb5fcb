package dev.tandem.sampledata;

import java.io.IOException;
import java.math.BigInteger;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

/** A Word document with real headings, lists and tables. */
final class WordDocument implements AssetWriter {

  @Override
  public byte[] write(AssetSource asset) throws IOException {
    try (var document = new XWPFDocument()) {
      WordStyles.define(document);
      document
          .createHeader(HeaderFooterType.DEFAULT)
          .createParagraph()
          .createRun()
          .setText(asset.internal() ? "Larkspur Systems – internal use only" : "Larkspur Systems");
      document
          .createFooter(HeaderFooterType.DEFAULT)
          .createParagraph()
          .createRun()
          .setText("www.larkspur-systems.example · " + asset.written());
      var page = new Page(document);
      var content = Markdown.parse(asset.body());
      if (!(content.getFirstChild() instanceof Heading first && first.getLevel() == 1))
        page.styled("Title").createRun().setText(asset.title());
      Markdown.children(content).forEach(block -> page.block(block, 0));
      return OfficeProperties.finish(document, asset);
    }
  }

  /** Writes blocks one below the other. */
  private static final class Page {
    private final XWPFDocument document;
    private int lists;

    Page(XWPFDocument document) {
      this.document = document;
    }

    XWPFParagraph styled(String style) {
      var paragraph = document.createParagraph();
      paragraph.setStyle(style);
      return paragraph;
    }

    void block(Node block, int depth) {
      switch (block) {
        case Heading heading ->
            inline(heading, styled("Heading" + Math.min(3, heading.getLevel())));
        case Paragraph paragraph -> inline(paragraph, document.createParagraph());
        case ListBlock list -> list(list, depth);
        case TableBlock table -> table(table);
        case BlockQuote quote ->
            Markdown.children(quote).forEach(line -> inline(line, styled("Quote")));
        case FencedCodeBlock code ->
            code.getLiteral()
                .lines()
                .forEach(line -> document.createParagraph().createRun().setText(line));
        case HtmlBlock pageBreak -> {
          if (!pageBreak.getLiteral().contains(Markdown.PAGE_BREAK)) throw unknown(block);
          document.createParagraph().createRun().addBreak(BreakType.PAGE);
        }
        case ThematicBreak _ -> document.createParagraph();
        default -> throw unknown(block);
      }
    }

    private void list(ListBlock list, int depth) {
      var number = WordStyles.list(document, list instanceof OrderedList, lists++);
      for (var item : Markdown.children(list)) {
        for (var part : Markdown.children(item)) {
          if (part instanceof Paragraph) {
            var line = styled("ListParagraph");
            line.setNumID(number);
            line.setNumILvl(BigInteger.valueOf(depth));
            inline(part, line);
          } else block(part, depth + 1);
        }
      }
    }

    private void table(TableBlock block) {
      var rows = Markdown.rows(block);
      var table = document.createTable(rows.size(), rows.getFirst().size());
      table.setWidth("100%");
      for (int r = 0; r < rows.size(); r++)
        for (int c = 0; c < rows.get(r).size(); c++)
          inline(
              rows.get(r).get(c), table.getRow(r).getCell(c).getParagraphArray(0), r == 0, false);
    }

    private void inline(Node block, XWPFParagraph line) {
      inline(block, line, false, false);
    }

    private void inline(Node parent, XWPFParagraph line, boolean bold, boolean italic) {
      for (var node : Markdown.children(parent)) {
        switch (node) {
          case Text text -> run(line, text.getLiteral(), bold, italic);
          case Code code -> run(line, code.getLiteral(), bold, italic);
          case SoftLineBreak _ -> run(line, " ", bold, italic);
          case HardLineBreak _ -> line.createRun().addBreak();
          case StrongEmphasis strong -> inline(strong, line, true, italic);
          case Emphasis emphasis -> inline(emphasis, line, bold, true);
          case Link link -> inline(link, line, bold, italic);
          default -> throw unknown(node);
        }
      }
    }

    private static void run(XWPFParagraph line, String text, boolean bold, boolean italic) {
      var run = line.createRun();
      run.setText(text);
      run.setBold(bold);
      run.setItalic(italic);
    }

    private static IllegalArgumentException unknown(Node node) {
      return new IllegalArgumentException("no Word form for " + node);
    }
  }
}
