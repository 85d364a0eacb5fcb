package dev.tandem.library.extraction;

import java.awt.Rectangle;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Small real files of the binary formats, written by the libraries of those formats. */
public final class OfficeSamples {
  private OfficeSamples() {}

  /** One page for each array; its first line is set large. */
  public static Path pdf(Path file, String title, String[]... pages) throws IOException {
    try (var document = new PDDocument()) {
      document.getDocumentInformation().setTitle(title);
      for (var lines : pages) {
        var page = new PDPage();
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
          float y = 720;
          for (int i = 0; i < lines.length; i++) {
            float size = i == 0 ? 24 : 11;
            content.beginText();
            content.setFont(new PDType1Font(FontName.HELVETICA), size);
            content.newLineAtOffset(60, y);
            content.showText(lines[i]);
            content.endText();
            y -= size * 2.5f;
          }
        }
      }
      document.save(file.toFile());
    }
    return file;
  }

  public static Path docx(Path file, String title, String... headingsAndTexts) throws IOException {
    try (var document = new XWPFDocument();
        var out = Files.newOutputStream(file)) {
      document.getProperties().getCoreProperties().setTitle(title);
      document.createStyles();
      for (int level = 1; level <= 2; level++) {
        var style =
            org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle.Factory.newInstance();
        style.setStyleId("Heading" + level);
        style.addNewName().setVal("heading " + level);
        document.getStyles().addStyle(new org.apache.poi.xwpf.usermodel.XWPFStyle(style));
      }
      for (int i = 0; i < headingsAndTexts.length; i++) {
        var paragraph = document.createParagraph();
        if (i % 2 == 0) {
          paragraph.setStyle(i == 0 ? "Heading1" : "Heading2");
        }
        paragraph.createRun().setText(headingsAndTexts[i]);
      }
      var table = document.createTable(1, 2);
      table.getRow(0).getCell(0).setText("Edition");
      table.getRow(0).getCell(1).setText("Price");
      document.write(out);
    }
    return file;
  }

  /** A slide for each three strings: title, text, notes. */
  public static Path pptx(Path file, String title, String... titleTextNotes) throws IOException {
    try (var show = new XMLSlideShow();
        var out = Files.newOutputStream(file)) {
      show.getProperties().getCoreProperties().setTitle(title);
      var layout = show.getSlideMasters().getFirst().getLayout(SlideLayout.TITLE_AND_CONTENT);
      for (int i = 0; i < titleTextNotes.length; i += 3) {
        var slide = show.createSlide(layout);
        slide.getPlaceholder(0).setText(titleTextNotes[i]);
        slide.getPlaceholder(1).setText(titleTextNotes[i + 1]);
        if (!titleTextNotes[i + 2].isEmpty()) {
          var notes = show.getNotesSlide(slide);
          for (var shape : notes.getPlaceholders()) {
            if (shape.getTextType() == org.apache.poi.sl.usermodel.Placeholder.BODY) {
              shape.setText(titleTextNotes[i + 2]);
            }
          }
        }
      }
      show.write(out);
    }
    return file;
  }

  public static Path ppt(Path file, String... titleText) throws IOException {
    try (var show = new HSLFSlideShow();
        var out = Files.newOutputStream(file)) {
      for (int i = 0; i < titleText.length; i += 2) {
        var slide = show.createSlide();
        slide.addTitle().setText(titleText[i]);
        var box = slide.createTextBox();
        box.setAnchor(new Rectangle(50, 150, 400, 200));
        box.setText(titleText[i + 1]);
      }
      show.write(out);
    }
    return file;
  }

  public static Path xlsx(Path file, Map<String, String[][]> sheets) throws IOException {
    try (var book = new XSSFWorkbook()) {
      return write(file, book, sheets);
    }
  }

  public static Path xls(Path file, Map<String, String[][]> sheets) throws IOException {
    try (var book = new HSSFWorkbook()) {
      return write(file, book, sheets);
    }
  }

  private static Path write(Path file, Workbook book, Map<String, String[][]> sheets)
      throws IOException {
    sheets.forEach(
        (name, rows) -> {
          var sheet = book.createSheet(name);
          for (int r = 0; r < rows.length; r++) {
            var row = sheet.createRow(r);
            for (int c = 0; c < rows[r].length; c++) {
              row.createCell(c).setCellValue(rows[r][c]);
            }
          }
        });
    try (var out = Files.newOutputStream(file)) {
      book.write(out);
    }
    return file;
  }

  /** An OpenDocument file around what stands inside {@code office:body}. */
  public static Path openDocument(Path file, String type, String body) throws IOException {
    return openDocument(file, type, "", body);
  }

  /**
   * @param doctype stands before the root of content.xml
   */
  public static Path openDocument(Path file, String type, String doctype, String body)
      throws IOException {
    var namespaces =
        """
        xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
        xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
        xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
        xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" \
        xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0" \
        xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" \
        xmlns:dc="http://purl.org/dc/elements/1.1/\"""";
    var mimetype = "application/vnd.oasis.opendocument." + type;
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      var stored = new ZipEntry("mimetype");
      byte[] bytes = mimetype.getBytes(StandardCharsets.US_ASCII);
      var sum = new java.util.zip.CRC32();
      sum.update(bytes);
      stored.setMethod(ZipEntry.STORED);
      stored.setSize(bytes.length);
      stored.setCrc(sum.getValue());
      zip.putNextEntry(stored);
      zip.write(bytes);
      entry(
          zip,
          "meta.xml",
          "<office:document-meta %s><office:meta><dc:title>Field guide</dc:title>"
                  .formatted(namespaces)
              + "<meta:creation-date>2026-03-04T05:06:07</meta:creation-date></office:meta>"
              + "</office:document-meta>");
      entry(
          zip,
          "content.xml",
          "<?xml version=\"1.0\"?>%s<office:document-content %s><office:body>%s</office:body></office:document-content>"
              .formatted(doctype, namespaces, body));
      entry(
          zip,
          "META-INF/manifest.xml",
          "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>");
    }
    return file;
  }

  static void entry(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    ((OutputStream) zip).write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
