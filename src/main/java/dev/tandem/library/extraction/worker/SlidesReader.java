package dev.tandem.library.extraction.worker;

import dev.tandem.library.extraction.PageUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.sl.usermodel.GroupShape;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.sl.usermodel.Shape;
import org.apache.poi.sl.usermodel.ShapeContainer;
import org.apache.poi.sl.usermodel.SimpleShape;
import org.apache.poi.sl.usermodel.Slide;
import org.apache.poi.sl.usermodel.SlideShow;
import org.apache.poi.sl.usermodel.SlideShowFactory;
import org.apache.poi.sl.usermodel.TableShape;
import org.apache.poi.sl.usermodel.TextShape;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFDiagram;

/** PowerPoint, old and new: a page is a slide, the speaker's notes are kept apart. */
final class SlidesReader implements DocumentReader {
  /** On every slide, and nothing to search for. */
  private static final Set<Placeholder> FRAME =
      EnumSet.of(
          Placeholder.SLIDE_NUMBER,
          Placeholder.FOOTER,
          Placeholder.DATETIME,
          Placeholder.HEADER,
          Placeholder.SLIDE_IMAGE);

  private static final int DEEPEST_GROUP = 50;

  static SlideShow<?, ?> open(SourceFile file) throws Exception {
    return SlideShowFactory.create(file.path().toFile(), null, true);
  }

  @Override
  public void read(SourceFile file, Draft draft) throws Exception {
    draft.unit(PageUnit.SLIDE);
    try (var show = open(file)) {
      describe(show, draft);
      var hidden = new ArrayList<String>();
      for (Slide<?, ?> slide : show.getSlides()) {
        write(slide, draft);
        if (slide.isHidden()) {
          hidden.add(String.valueOf(slide.getSlideNumber()));
        }
      }
      if (!hidden.isEmpty()) {
        draft.warn(
            "Hidden slides were read too: "
                + String.join(", ", hidden.subList(0, Math.min(20, hidden.size())))
                + ".");
      }
    }
  }

  private static void describe(SlideShow<?, ?> show, Draft draft) {
    if (show instanceof XMLSlideShow pptx) {
      var about = pptx.getProperties().getCoreProperties();
      draft.title(about.getTitle());
      draft.description(about.getDescription());
      draft.author(about.getCreator());
      draft.created(Dates.day(about.getCreated()));
    } else if (show instanceof HSLFSlideShow ppt && ppt.getSummaryInformation() != null) {
      var about = ppt.getSummaryInformation();
      draft.title(about.getTitle());
      draft.description(about.getSubject());
      draft.author(about.getAuthor());
      draft.created(Dates.day(about.getCreateDateTime()));
    }
  }

  private static void write(Slide<?, ?> slide, Draft draft) {
    var title = slide.getTitle();
    draft.startPage(title);
    if (title != null) {
      draft.heading(slide.getSlideNumber() == 1 ? 1 : 2, title);
    }
    for (var paragraph : paragraphs(slide, 0)) {
      if (title == null || !CleanText.line(paragraph).equals(CleanText.line(title))) {
        draft.paragraph(paragraph);
      }
    }
    if (slide.getNotes() != null) {
      paragraphs(slide.getNotes(), 0).forEach(draft::notes);
    }
  }

  private static List<String> paragraphs(ShapeContainer<?, ?> shapes, int depth) {
    var paragraphs = new ArrayList<String>();
    if (depth > DEEPEST_GROUP) {
      return paragraphs;
    }
    for (Shape<?, ?> shape : shapes.getShapes()) {
      switch (shape) {
        case SimpleShape<?, ?> simple when isFrame(simple) -> {}
        case TextShape<?, ?> text -> paragraphs.add(text.getText());
        case TableShape<?, ?> table -> paragraphs.add(rows(table));
        case GroupShape<?, ?> group -> paragraphs.addAll(paragraphs(group, depth + 1));
        case XSLFDiagram diagram when diagram.getGroupShape() != null ->
            paragraphs.addAll(paragraphs(diagram.getGroupShape(), depth + 1));
        default -> {}
      }
    }
    return paragraphs;
  }

  private static boolean isFrame(SimpleShape<?, ?> shape) {
    var placeholder = shape.getPlaceholder();
    return placeholder != null && FRAME.contains(placeholder);
  }

  private static String rows(TableShape<?, ?> table) {
    var rows = new ArrayList<String>();
    for (int row = 0; row < table.getNumberOfRows(); row++) {
      var cells = new ArrayList<String>();
      for (int column = 0; column < table.getNumberOfColumns(); column++) {
        var cell = table.getCell(row, column);
        if (cell != null && !cell.getText().isBlank()) {
          cells.add(CleanText.line(cell.getText()));
        }
      }
      rows.add(String.join(" | ", cells));
    }
    return String.join("\n", rows);
  }
}
