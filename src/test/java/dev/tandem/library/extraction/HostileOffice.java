package dev.tandem.library.extraction;

import static dev.tandem.library.extraction.HostileFile.either;
import static dev.tandem.library.extraction.HostileFile.readable;
import static dev.tandem.library.extraction.HostileFile.refused;

import dev.tandem.library.extraction.ExtractionOutcome.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Office and OpenDocument files that are locked, cut off, inflated or full of entities. */
final class HostileOffice {
  private static final Reason[] BROKEN = {
    Reason.CORRUPT,
    Reason.UNSUPPORTED,
    Reason.EMPTY,
    Reason.EXPANDS_TOO_MUCH,
    Reason.OUT_OF_MEMORY,
    Reason.TIMEOUT
  };

  private static final String PACKAGE = "application/vnd.openxmlformats-officedocument.";
  private static final int BOMB_MEGABYTES = 120;

  private final Path folder;
  private final Path secret;
  private final List<HostileFile> files = new ArrayList<>();

  HostileOffice(Path folder, Path secret) {
    this.folder = folder;
    this.secret = secret;
  }

  List<HostileFile> write() throws Exception {
    var sheets = Map.of("One", new String[][] {{"A", "B"}, {"1", "2"}});
    var docx = OfficeSamples.docx(folder.resolve("good.docx"), "T", "Heading", "Words");
    var xlsx = OfficeSamples.xlsx(folder.resolve("good.xlsx"), sheets);
    var pptx = OfficeSamples.pptx(folder.resolve("good.pptx"), "T", "Title", "Words", "Notes");
    var ppt = OfficeSamples.ppt(folder.resolve("good.ppt"), "Title", "Words");
    var xls = OfficeSamples.xls(folder.resolve("good.xls"), sheets);
    var odt =
        OfficeSamples.openDocument(
            folder.resolve("good.odt"),
            "text",
            "<office:text><text:p>Words</text:p></office:text>");
    for (var good : List.of(docx, xlsx, pptx, ppt, xls, odt)) {
      files.add(readable(good));
      byte[] bytes = Files.readAllBytes(good);
      for (int percent : new int[] {10, 50, 90, 99}) {
        var name = "cut-%d-%s".formatted(percent, good.getFileName());
        files.add(
            either(
                Files.write(
                    folder.resolve(name), Arrays.copyOf(bytes, bytes.length * percent / 100)),
                BROKEN));
      }
    }
    for (var good : List.of(docx, xlsx, pptx)) {
      locked(good);
    }
    lockedWorkbook();
    lockedOpenDocument(odt);
    macros(
        docx,
        "docm",
        PACKAGE + "wordprocessingml.document.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml");
    macros(
        xlsx,
        "xlsm",
        PACKAGE + "spreadsheetml.sheet.main+xml",
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml");
    macros(
        pptx,
        "pptm",
        PACKAGE + "presentationml.presentation.main+xml",
        "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml");
    bombs(docx, xlsx, pptx);
    entities(docx, xlsx, pptx);
    archives(docx);
    missingParts(docx, xlsx, pptx);
    return files;
  }

  private void locked(Path good) throws Exception {
    var file = folder.resolve("locked-" + good.getFileName());
    try (var store = new POIFSFileSystem();
        var out = Files.newOutputStream(file)) {
      var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (var encrypted = encryptor.getDataStream(store)) {
        Files.copy(good, encrypted);
      }
      store.writeFilesystem(out);
    }
    files.add(refused(file, Reason.ENCRYPTED));
  }

  private void lockedWorkbook() throws IOException {
    var file = folder.resolve("locked.xls");
    Biff8EncryptionKey.setCurrentUserPassword("secret");
    try (var book = new HSSFWorkbook();
        var out = Files.newOutputStream(file)) {
      book.createSheet("One").createRow(0).createCell(0).setCellValue("Words");
      book.write(out);
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
    files.add(refused(file, Reason.ENCRYPTED));
  }

  private void lockedOpenDocument(Path odt) throws IOException {
    var file =
        rewritten(
            odt,
            "locked.odt",
            "META-INF/manifest.xml",
            xml ->
                xml.replace(
                    "/>",
                    "><manifest:file-entry manifest:full-path=\"content.xml\"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"));
    files.add(refused(file, Reason.ENCRYPTED));
  }

  private void macros(Path good, String ending, String plainType, String macroType)
      throws IOException {
    var file =
        rewritten(
            good,
            "macros." + ending,
            "[Content_Types].xml",
            xml -> xml.replace(plainType, macroType));
    files.add(readable(file));
  }

  private void bombs(Path docx, Path xlsx, Path pptx) throws IOException {
    var reasons =
        new Reason[] {
          Reason.EXPANDS_TOO_MUCH, Reason.OUT_OF_MEMORY, Reason.CORRUPT, Reason.TIMEOUT
        };
    files.add(
        either(
            inflated(
                docx,
                "bomb.docx",
                "word/document.xml",
                "</w:body>",
                "<w:p><w:r><w:t>bomb</w:t></w:r></w:p>"),
            reasons));
    files.add(
        either(
            inflated(
                xlsx,
                "bomb.xlsx",
                "xl/worksheets/sheet1.xml",
                "</sheetData>",
                "<row><c t=\"inlineStr\"><is><t>bomb</t></is></c></row>"),
            reasons));
    files.add(
        either(
            inflated(
                pptx,
                "bomb.pptx",
                "ppt/slides/slide1.xml",
                "</p:spTree>",
                "<!-- bomb -->" + " ".repeat(1000)),
            reasons));
    var odt =
        OfficeSamples.openDocument(
            folder.resolve("small.odt"),
            "text",
            "<office:text><text:p>Words</text:p></office:text>");
    files.add(
        either(
            inflated(odt, "bomb.odt", "content.xml", "</office:text>", "<text:p>bomb</text:p>"),
            reasons));
    Files.delete(odt);
  }

  private void entities(Path docx, Path xlsx, Path pptx) throws IOException {
    var laughs = new StringBuilder("<!ENTITY l0 \"ha\">");
    for (int i = 1; i < 12; i++) {
      laughs.append("<!ENTITY l%d \"%s\">".formatted(i, "&l%d;".formatted(i - 1).repeat(10)));
    }
    var external = "<!ENTITY x SYSTEM \"" + secret.toUri() + "\">";
    var parameter = "<!ENTITY % y SYSTEM \"" + secret.toUri() + "\"> %y;";
    record Part(Path good, String entry, String words, String root) {}
    for (var part :
        List.of(
            new Part(docx, "word/document.xml", "Words", "w:document"),
            new Part(xlsx, "xl/sharedStrings.xml", "<t>A</t>", "sst"),
            new Part(pptx, "ppt/slides/slide1.xml", "Words", "p:sld"))) {
      var ending = part.good().getFileName().toString().substring(4);
      for (var attack :
          Map.of(
                  "laughs",
                  laughs + "|&l11;",
                  "xxe",
                  external + "|&x;",
                  "parameter",
                  parameter + "|")
              .entrySet()) {
        var pieces = attack.getValue().split("\\|", -1);
        var words = part.words().replaceAll("A|Words", pieces[1] + "$0");
        var file =
            rewritten(
                part.good(),
                attack.getKey() + ending,
                part.entry(),
                xml ->
                    xml.replaceFirst(
                            "<(?=[a-z])",
                            java.util.regex.Matcher.quoteReplacement(
                                "<!DOCTYPE " + part.root() + " [" + pieces[0] + "]><"))
                        .replace(part.words(), words));
        files.add(either(file, BROKEN));
      }
    }
    for (var attack : Map.of("laughs", laughs + "|&l11;", "xxe", external + "|&x;").entrySet()) {
      var pieces = attack.getValue().split("\\|");
      files.add(
          either(
              OfficeSamples.openDocument(
                  folder.resolve(attack.getKey() + ".odt"),
                  "text",
                  "<!DOCTYPE office:document-content [" + pieces[0] + "]>",
                  "<office:text><text:p>Words " + pieces[1] + "</text:p></office:text>"),
              BROKEN));
    }
    files.add(
        either(
            OfficeSamples.openDocument(
                folder.resolve("deep.odt"),
                "text",
                "<office:text>"
                    + "<text:section>".repeat(50_000)
                    + "<text:p>Words</text:p>"
                    + "</text:section>".repeat(50_000)
                    + "</office:text>"),
            BROKEN));
  }

  private void archives(Path docx) throws IOException {
    byte[] inner = Files.readAllBytes(docx);
    for (int level = 0; level < 20; level++) {
      var out = new ByteArrayOutputStream();
      try (var zip = new ZipOutputStream(out)) {
        zip.putNextEntry(new ZipEntry("level" + level + ".zip"));
        zip.write(inner);
      }
      inner = out.toByteArray();
    }
    files.add(refused(Files.write(folder.resolve("nested.zip"), inner), Reason.UNSUPPORTED));
    files.add(
        refused(
            Files.write(folder.resolve("nested-zip-inside.docx"), inner),
            Reason.UNSUPPORTED,
            Reason.CORRUPT));
    var traversal = folder.resolve("traversal.docx");
    rewritten(
        docx,
        "traversal.docx",
        "none",
        xml -> xml,
        zip -> OfficeSamples.entry(zip, "../../../../tmp/tandem-traversal.txt", "out"));
    files.add(either(traversal, BROKEN));
    rewritten(
        docx,
        "many-entries.docx",
        "none",
        xml -> xml,
        zip -> {
          for (int i = 0; i < 20_000; i++) {
            OfficeSamples.entry(zip, "word/x" + i + ".xml", "<x/>");
          }
        });
    files.add(either(folder.resolve("many-entries.docx"), BROKEN));
  }

  private void missingParts(Path docx, Path xlsx, Path pptx) throws IOException {
    for (var part :
        Map.of(docx, "word/document.xml", xlsx, "xl/workbook.xml", pptx, "ppt/presentation.xml")
            .entrySet()) {
      var name = part.getKey().getFileName().toString();
      files.add(
          either(rewritten(part.getKey(), "emptied-" + name, part.getValue(), xml -> ""), BROKEN));
      files.add(
          either(
              rewritten(part.getKey(), "untyped-" + name, "[Content_Types].xml", xml -> "<Types/>"),
              BROKEN));
      files.add(
          either(
              rewritten(
                  part.getKey(),
                  "unrelated-" + name,
                  "_rels/.rels",
                  xml ->
                      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" Type=\"t\" Target=\""
                          + secret.toUri()
                          + "\" TargetMode=\"External\"/></Relationships>"),
              BROKEN));
    }
    files.add(
        either(
            rewritten(
                xlsx,
                "far-cell.xlsx",
                "xl/worksheets/sheet1.xml",
                xml ->
                    xml.replace("r=\"A1\"", "r=\"XFD1048576\"")
                        .replace("r=\"1\"", "r=\"1048576\"")),
            BROKEN));
  }

  private Path inflated(Path good, String name, String entry, String before, String piece)
      throws IOException {
    var file = folder.resolve(name);
    byte[] pieces =
        piece.repeat(Math.max(1, (1 << 20) / piece.length())).getBytes(StandardCharsets.UTF_8);
    try (var from = new ZipFile(good.toFile());
        var to = new ZipOutputStream(Files.newOutputStream(file))) {
      to.setLevel(1);
      for (var part : from.stream().toList()) {
        to.putNextEntry(new ZipEntry(part.getName()));
        byte[] content = from.getInputStream(part).readAllBytes();
        if (part.getName().equals(entry)) {
          var xml = new String(content, StandardCharsets.UTF_8);
          int at = xml.indexOf(before);
          if (at < 0) {
            throw new IllegalStateException(before + " not in " + entry);
          }
          to.write(xml.substring(0, at).getBytes(StandardCharsets.UTF_8));
          for (int i = 0; i < BOMB_MEGABYTES; i++) {
            to.write(pieces);
          }
          to.write(xml.substring(at).getBytes(StandardCharsets.UTF_8));
        } else {
          to.write(content);
        }
      }
    }
    return file;
  }

  private interface More {
    void addTo(ZipOutputStream zip) throws IOException;
  }

  private Path rewritten(Path good, String name, String entry, UnaryOperator<String> change)
      throws IOException {
    return rewritten(good, name, entry, change, zip -> {});
  }

  private Path rewritten(
      Path good, String name, String entry, UnaryOperator<String> change, More more)
      throws IOException {
    var file = folder.resolve(name);
    try (var from = new ZipFile(good.toFile());
        var to = new ZipOutputStream(Files.newOutputStream(file))) {
      for (var part : from.stream().toList()) {
        to.putNextEntry(new ZipEntry(part.getName()));
        byte[] content = from.getInputStream(part).readAllBytes();
        ((OutputStream) to)
            .write(
                part.getName().equals(entry)
                    ? change
                        .apply(new String(content, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8)
                    : content);
      }
      more.addTo(to);
    }
    return file;
  }
}
