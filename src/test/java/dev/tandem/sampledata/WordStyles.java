package dev.tandem.sampledata;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** Title, headings, quotation and lists, as Word itself defines them. */
final class WordStyles {
  private static final int LEVELS = 3;
  private static final int INDENT_TWIPS = 360;

  private WordStyles() {}

  static void define(XWPFDocument document) {
    paragraph(document, "Title", "Title", -1, 52, true);
    paragraph(document, "Heading1", "heading 1", 0, 36, true);
    paragraph(document, "Heading2", "heading 2", 1, 28, true);
    paragraph(document, "Heading3", "heading 3", 2, 24, true);
    paragraph(document, "Quote", "Quote", -1, 22, false);
    paragraph(document, "ListParagraph", "List Paragraph", -1, 22, false);
  }

  private static void paragraph(
      XWPFDocument document, String id, String name, int outline, int halfPoints, boolean bold) {
    var style = CTStyle.Factory.newInstance();
    style.setType(STStyleType.PARAGRAPH);
    style.setStyleId(id);
    style.addNewName().setVal(name);
    style.addNewQFormat();
    if (outline >= 0) style.addNewPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(outline));
    var font = style.addNewRPr();
    if (bold) font.addNewB();
    font.addNewSz().setVal(BigInteger.valueOf(halfPoints));
    document.createStyles().addStyle(new XWPFStyle(style));
  }

  /** A new list that counts from 1, or one with bullets. */
  static BigInteger list(XWPFDocument document, boolean numbered, int id) {
    var form = CTAbstractNum.Factory.newInstance();
    form.setAbstractNumId(BigInteger.valueOf(id));
    for (int level = 0; level < LEVELS; level++) {
      var lines = form.addNewLvl();
      lines.setIlvl(BigInteger.valueOf(level));
      lines.addNewStart().setVal(BigInteger.ONE);
      lines.addNewNumFmt().setVal(numbered ? STNumberFormat.DECIMAL : STNumberFormat.BULLET);
      lines.addNewLvlText().setVal(numbered ? "%" + (level + 1) + "." : "•");
      var indent = lines.addNewPPr().addNewInd();
      indent.setLeft(BigInteger.valueOf((level + 1L) * INDENT_TWIPS));
      indent.setHanging(BigInteger.valueOf(INDENT_TWIPS));
    }
    var numbering = document.createNumbering();
    return numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(form)));
  }
}
