package dev.tandem.sampledata;

import java.util.Locale;

/** The format an asset is written in; {@code URL} lives elsewhere and has no file. */
enum FileFormat {
  MD,
  HTML,
  PDF,
  DOCX,
  PPTX,
  XLSX,
  ODT,
  TXT,
  EML,
  SRT,
  VTT,
  URL;

  String extension() {
    return name().toLowerCase(Locale.ROOT);
  }
}
