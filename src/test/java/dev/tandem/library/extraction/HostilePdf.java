package dev.tandem.library.extraction;

import static dev.tandem.library.extraction.HostileFile.either;
import static dev.tandem.library.extraction.HostileFile.readable;
import static dev.tandem.library.extraction.HostileFile.refused;

import dev.tandem.library.extraction.ExtractionOutcome.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** PDFs that are locked, cut off, or lie about themselves. */
final class HostilePdf {
  private static final Reason[] ANY = {
    Reason.CORRUPT, Reason.TIMEOUT, Reason.OUT_OF_MEMORY, Reason.EXPANDS_TOO_MUCH
  };

  private final Path folder;
  private final List<HostileFile> files = new ArrayList<>();

  HostilePdf(Path folder) {
    this.folder = folder;
  }

  List<HostileFile> write() throws IOException {
    var good =
        OfficeSamples.pdf(folder.resolve("good.pdf"), "Good", new String[] {"Title", "Words"});
    files.add(readable(good));
    files.add(refused(locked(good, "locked.pdf", "secret"), Reason.ENCRYPTED));
    files.add(readable(locked(good, "copying-forbidden.pdf", "")));
    byte[] bytes = Files.readAllBytes(good);
    for (int percent : new int[] {5, 30, 60, 90, 99}) {
      var cut = Arrays.copyOf(bytes, bytes.length * percent / 100);
      files.add(either(Files.write(folder.resolve("cut-%d.pdf".formatted(percent)), cut), ANY));
    }
    add("page-tree-loop.pdf", "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>");
    add("page-count-lie.pdf", "<< /Type /Pages /Kids [3 0 R] /Count 2147483647 >>");
    add("page-count-negative.pdf", "<< /Type /Pages /Kids [3 0 R] /Count -5 >>");
    add("no-kids.pdf", "<< /Type /Pages /Count 1 >>");
    add(
        "same-page-often.pdf",
        "<< /Type /Pages /Kids [" + "3 0 R ".repeat(20_000) + "] /Count 20000 >>");
    var page = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
    add("javascript.pdf", page, "/OpenAction << /S /JavaScript /JS (while(true){}) >>");
    add("launch.pdf", page, "/OpenAction << /S /Launch /F (/bin/sh) >>");
    add("deep-array.pdf", page, "/X " + "[".repeat(50_000) + "]".repeat(50_000));
    add("deep-dictionary.pdf", page, "/X " + "<< /A ".repeat(50_000) + ">>".repeat(50_000));
    content("state-stack.pdf", "q ".repeat(500_000), "");
    content("self-calling-form.pdf", "/F Do ", "");
    content("broken-operators.pdf", "BT ((((( 1 2 Tf [ << Tj ET ".repeat(1_000), "");
    add("previous-table-loop.pdf", page);
    bomb();
    return files;
  }

  private Path locked(Path good, String name, String password) throws IOException {
    var file = folder.resolve(name);
    try (var document = Loader.loadPDF(good.toFile())) {
      var rights = new AccessPermission();
      rights.setCanExtractContent(false);
      var policy = new StandardProtectionPolicy("owner", password, rights);
      policy.setEncryptionKeyLength(256);
      document.protect(policy);
      document.save(file.toFile());
    }
    return file;
  }

  private void add(String name, String pages) throws IOException {
    add(name, pages, "");
  }

  private void add(String name, String pages, String catalog) throws IOException {
    write(
        name,
        pages,
        catalog,
        "BT /H 12 Tf 50 700 Td (Words) Tj ET".getBytes(StandardCharsets.US_ASCII),
        "");
  }

  private void content(String name, String content, String filter) throws IOException {
    write(
        name,
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "",
        content.getBytes(StandardCharsets.US_ASCII),
        filter);
  }

  private void bomb() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var deflating = new DeflaterOutputStream(packed)) {
      var piece = "(x) Tj ".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
      for (int i = 0; i < 3_000; i++) {
        deflating.write(piece);
      }
    }
    write(
        "bomb.pdf",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "",
        packed.toByteArray(),
        "/Filter /FlateDecode");
  }

  private void write(String name, String pages, String catalog, byte[] content, String filter)
      throws IOException {
    var out = new ByteArrayOutputStream();
    var offsets = new ArrayList<Integer>();
    line(out, "%PDF-1.7");
    var objects =
        List.of(
            "<< /Type /Catalog /Pages 2 0 R " + catalog + " >>",
            pages,
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /H 5 0 R >> /XObject << /F 6 0 R >> >> >>",
            "",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    for (int i = 0; i < objects.size(); i++) {
      offsets.add(out.size());
      line(out, (i + 1) + " 0 obj");
      if (i == 3) {
        line(out, "<< /Length " + content.length + " " + filter + " >>\nstream");
        out.write(content);
        line(out, "\nendstream");
      } else {
        line(out, objects.get(i));
      }
      line(out, "endobj");
    }
    offsets.add(out.size());
    line(
        out,
        "6 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 6 /Resources << /XObject << /F 6 0 R >> >> >>\nstream\n/F Do \nendstream\nendobj");
    int table = out.size();
    line(out, "xref\n0 7\n0000000000 65535 f ");
    for (int offset : offsets) {
      line(out, "%010d 00000 n ".formatted(offset));
    }
    var previous = name.startsWith("previous") ? "/Prev " + table : "";
    line(
        out,
        "trailer\n<< /Size 7 /Root 1 0 R " + previous + " >>\nstartxref\n" + table + "\n%%EOF");
    files.add(either(Files.write(folder.resolve(name), out.toByteArray()), ANY));
  }

  private static void line(ByteArrayOutputStream out, String text) throws IOException {
    out.write((text + "\n").getBytes(StandardCharsets.ISO_8859_1));
  }
}
