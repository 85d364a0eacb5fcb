package dev.tandem.library.extraction.worker;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The formats by their names: what an ending promises and how a person calls a type. */
final class MediaTypes {
  static final String PLAIN = "text/plain";
  static final String HTML = "text/html";
  static final String MARKDOWN = "text/markdown";
  static final String CSV = "text/csv";
  static final String VTT = "text/vtt";
  static final String SRT = "application/x-subrip";
  static final String MAIL = "message/rfc822";
  static final String MSG = "application/vnd.ms-outlook";
  static final String PDF = "application/pdf";
  static final String RTF = "application/rtf";
  static final String BINARY = "application/octet-stream";
  static final String ENCRYPTED_OFFICE = "application/x-tika-ooxml-protected";

  private static final String OOXML = "application/vnd.openxmlformats-officedocument.";
  private static final String ODF = "application/vnd.oasis.opendocument.";

  /** Formats that are text themselves: their ending decides, since content hardly can. */
  static final Map<String, String> TEXT_ENDINGS =
      Map.ofEntries(
          Map.entry("md", MARKDOWN),
          Map.entry("markdown", MARKDOWN),
          Map.entry("mdown", MARKDOWN),
          Map.entry("mdx", MARKDOWN),
          Map.entry("txt", PLAIN),
          Map.entry("text", PLAIN),
          Map.entry("csv", CSV),
          Map.entry("tsv", CSV),
          Map.entry("html", HTML),
          Map.entry("htm", HTML),
          Map.entry("xhtml", HTML),
          Map.entry("srt", SRT),
          Map.entry("vtt", VTT),
          Map.entry("eml", MAIL));

  static final Map<String, String> BINARY_ENDINGS =
      Map.ofEntries(
          Map.entry("pdf", PDF),
          Map.entry("doc", "application/msword"),
          Map.entry("xls", "application/vnd.ms-excel"),
          Map.entry("ppt", "application/vnd.ms-powerpoint"),
          Map.entry("docx", OOXML + "wordprocessingml.document"),
          Map.entry("xlsx", OOXML + "spreadsheetml.sheet"),
          Map.entry("pptx", OOXML + "presentationml.presentation"),
          Map.entry("docm", "application/vnd.ms-word.document.macroenabled.12"),
          Map.entry("xlsm", "application/vnd.ms-excel.sheet.macroenabled.12"),
          Map.entry("pptm", "application/vnd.ms-powerpoint.presentation.macroenabled.12"),
          Map.entry("dotx", OOXML + "wordprocessingml.template"),
          Map.entry("xltx", OOXML + "spreadsheetml.template"),
          Map.entry("potx", OOXML + "presentationml.template"),
          Map.entry("ppsx", OOXML + "presentationml.slideshow"),
          Map.entry("odt", ODF + "text"),
          Map.entry("odp", ODF + "presentation"),
          Map.entry("ods", ODF + "spreadsheet"),
          Map.entry("rtf", RTF),
          Map.entry("msg", MSG));

  private static final Set<String> CODE =
      Set.of(
          "text/javascript",
          "text/x-java-source",
          "text/x-python",
          "text/x-php",
          "text/css",
          "text/x-sql",
          "text/x-c++src",
          "text/x-csrc",
          "text/x-jsp");

  private MediaTypes() {}

  static boolean isTextual(String type) {
    return (type.startsWith("text/") && !CODE.contains(type))
        || type.equals(MAIL)
        || type.equals(SRT)
        || type.equals("application/xhtml+xml")
        || type.equals("application/mbox");
  }

  static boolean isPresentation(String type) {
    return type.contains("powerpoint") || type.contains("presentationml");
  }

  static boolean isOpenDocument(String type) {
    return type.startsWith(ODF);
  }

  /** Word and Excel, old and new. */
  static boolean isOffice(String type) {
    return type.equals("application/msword")
        || type.startsWith("application/vnd.ms-word.")
        || type.startsWith("application/vnd.ms-excel")
        || type.startsWith(OOXML + "wordprocessingml")
        || type.startsWith(OOXML + "spreadsheetml");
  }

  static boolean isZipped(String type) {
    return type.startsWith(OOXML) || isOpenDocument(type) || hasMacros(type);
  }

  static boolean hasMacros(String type) {
    return type.contains("macroenabled");
  }

  /** As a person would say it: "a PDF", "a Word document". */
  static String spoken(String type) {
    if (type.equals(PDF)) {
      return "a PDF";
    } else if (type.equals(RTF)) {
      return "an RTF document";
    } else if (isPresentation(type)) {
      return "a PowerPoint presentation";
    } else if (type.contains("excel") || type.contains("spreadsheetml")) {
      return "an Excel workbook";
    } else if (type.contains("word") || type.contains("x-tika-ooxml")) {
      return "a Word document";
    } else if (isOpenDocument(type)) {
      return "an OpenDocument file";
    } else if (type.equals(HTML) || type.equals("application/xhtml+xml")) {
      return "a web page";
    } else if (type.equals(MAIL) || type.equals(MSG)) {
      return "an e-mail";
    } else if (type.equals(SRT) || type.equals(VTT)) {
      return "a file of subtitles";
    } else if (type.startsWith("image/")) {
      return "a picture";
    } else if (type.startsWith("video/")) {
      return "a video";
    } else if (type.startsWith("audio/")) {
      return "an audio file";
    } else if (isTextual(type)) {
      return "a text file";
    } else if (isProgram(type)) {
      return "a program or a script";
    } else if (isArchive(type)) {
      return "an archive";
    } else {
      return "of the type " + type.toLowerCase(Locale.ROOT);
    }
  }

  static boolean isProgram(String type) {
    return CODE.contains(type)
        || type.contains("executable")
        || type.contains("msdownload")
        || type.contains("x-sh")
        || type.contains("x-elf")
        || type.contains("x-bat")
        || type.contains("javascript")
        || type.contains("java-");
  }

  static boolean isArchive(String type) {
    return type.endsWith("zip")
        || type.contains("x-tar")
        || type.contains("x-7z")
        || type.contains("rar")
        || type.contains("gtar")
        || type.contains("x-xz")
        || type.contains("zip2");
  }
}
