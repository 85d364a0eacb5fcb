package dev.tandem.sampledata;

import java.awt.Rectangle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;

/** Slides with title, bullets and tables; what the speaker says stands in the notes. */
final class SlideDeck implements AssetWriter {
  private static final Rectangle TABLE = new Rectangle(50, 150, 620, 300);

  @Override
  public byte[] write(AssetSource asset) throws IOException {
    try (var show = new XMLSlideShow()) {
      var layouts = show.getSlideMasters().getFirst();
      var cover = show.createSlide(layouts.getLayout(SlideLayout.TITLE));
      cover.getPlaceholder(0).setText(asset.title());
      cover
          .getPlaceholder(1)
          .setText(
              asset.author()
                  + ", Larkspur Systems, "
                  + asset.written()
                  + (asset.internal() ? "\nInternal use only" : ""));
      for (var section : sections(asset)) {
        var slide = show.createSlide(layouts.getLayout(SlideLayout.TITLE_AND_CONTENT));
        slide.getPlaceholder(0).setText(Markdown.text(section.title()));
        fill(show, slide, section.content());
      }
      return OfficeProperties.finish(show, asset);
    }
  }

  private record Section(Node title, List<Node> content) {}

  private static List<Section> sections(AssetSource asset) {
    var sections = new ArrayList<Section>();
    for (var block : Markdown.children(Markdown.parse(asset.body()))) {
      if (block instanceof Heading heading) sections.add(new Section(heading, new ArrayList<>()));
      else sections.getLast().content().add(block);
    }
    return sections;
  }

  private static void fill(XMLSlideShow show, XSLFSlide slide, List<Node> content) {
    var body = slide.getPlaceholder(1);
    body.clearText();
    boolean empty = true;
    for (var block : content) {
      var text = Markdown.text(block);
      if (text.startsWith("Notes:")) notes(show, slide, text.substring("Notes:".length()).strip());
      else if (block instanceof TableBlock table) table(slide, table);
      else {
        empty = false;
        if (block instanceof ListBlock) Markdown.children(block).forEach(item -> line(body, item));
        else line(body, block);
      }
    }
    if (empty) slide.removeShape(body);
  }

  private static void line(XSLFTextShape body, Node block) {
    body.addNewTextParagraph().addNewTextRun().setText(Markdown.text(block));
  }

  private static void table(XSLFSlide slide, TableBlock block) {
    var table = slide.createTable();
    table.setAnchor(TABLE);
    for (var cells : Markdown.rows(block)) {
      var row = table.addRow();
      cells.forEach(cell -> row.addCell().setText(Markdown.text(cell)));
    }
  }

  private static void notes(XMLSlideShow show, XSLFSlide slide, String text) {
    for (var shape : show.getNotesSlide(slide).getPlaceholders())
      if (shape.getTextType() == Placeholder.BODY) shape.setText(text);
  }
}
