package dev.tandem.sampledata;

import java.io.IOException;

/** Writes an asset in one format; the same source gives the same bytes. */
@FunctionalInterface
interface AssetWriter {
  byte[] write(AssetSource asset) throws IOException;

  static AssetWriter of(FileFormat format) {
    return switch (format) {
      case MD, TXT, SRT, VTT, EML -> new TextFiles();
      case HTML -> new WebPage();
      case PDF -> new PdfFile();
      case DOCX -> new WordDocument();
      case PPTX -> new SlideDeck();
      case XLSX -> new Workbook();
      case ODT -> new OpenDocument();
      case URL -> throw new IllegalArgumentException("what lives elsewhere has no file");
    };
  }
}
