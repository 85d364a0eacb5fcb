package dev.tandem.sampledata;

import java.io.IOException;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.Heading;
import org.jspecify.annotations.Nullable;

/** A workbook: a sheet for each heading, a row for each row; whole numbers are numbers. */
final class Workbook implements AssetWriter {
  /** In characters. */
  private static final int COLUMN_WIDTH = 28;

  @Override
  public byte[] write(AssetSource asset) throws IOException {
    try (var workbook = new XSSFWorkbook()) {
      var bold = workbook.createCellStyle();
      var font = workbook.createFont();
      font.setBold(true);
      bold.setFont(font);
      XSSFSheet sheet = null;
      int next = 0;
      for (var block : Markdown.children(Markdown.parse(asset.body()))) {
        if (block instanceof Heading || sheet == null) {
          var name = block instanceof Heading ? Markdown.text(block) : asset.title();
          sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(name));
          sheet.setDefaultColumnWidth(COLUMN_WIDTH);
          next = 0;
          if (block instanceof Heading) continue;
        }
        if (block instanceof TableBlock table) {
          for (var cells : Markdown.rows(table)) {
            var row = sheet.createRow(next++);
            for (int c = 0; c < cells.size(); c++)
              fill(row, c, Markdown.text(cells.get(c)), row.getRowNum() == 0 ? bold : null);
          }
        } else sheet.createRow(next++).createCell(0).setCellValue(Markdown.text(block));
      }
      return OfficeProperties.finish(workbook, asset);
    }
  }

  private static void fill(Row row, int column, String text, @Nullable CellStyle style) {
    var cell = row.createCell(column);
    if (text.matches("-?\\d{1,12}(\\.\\d+)?")) cell.setCellValue(Double.parseDouble(text));
    else cell.setCellValue(text);
    if (style != null) cell.setCellStyle(style);
  }
}
