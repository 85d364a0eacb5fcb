package dev.tandem.library.extraction;

import static dev.tandem.library.extraction.HostileFile.either;
import static dev.tandem.library.extraction.HostileFile.readable;
import static dev.tandem.library.extraction.HostileFile.refused;

import dev.tandem.library.extraction.ExtractionOutcome.Reason;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes more than a hundred hostile files into a folder. */
public final class HostileFiles {
  /** Stands in a file beside the others; no text may ever contain it. */
  public static final String SECRET = "the-secret-beside-the-library";

  private static final String WORDS = "Plain words that everybody may read. ";

  private final Path folder;
  private final Path secret;
  private final List<HostileFile> files = new ArrayList<>();

  private HostileFiles(Path folder) throws IOException {
    this.folder = folder;
    this.secret = Files.writeString(folder.resolveSibling("secret.txt"), SECRET);
  }

  /** The folder must be empty; beside it a {@code secret.txt} is written. */
  public static List<HostileFile> writeTo(Path folder) throws Exception {
    var hostile = new HostileFiles(folder);
    hostile.empty();
    hostile.misnamed();
    hostile.garbage();
    hostile.notForReading();
    hostile.oddText();
    hostile.oddNames();
    hostile.notFiles();
    hostile.nested();
    hostile.markup();
    hostile.files.addAll(new HostileOffice(folder, hostile.secret).write());
    hostile.files.addAll(new HostilePdf(folder).write());
    return List.copyOf(hostile.files);
  }

  private Path text(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private Path bytes(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private void empty() throws IOException {
    for (var ending :
        List.of(
            "pdf", "docx", "pptx", "xlsx", "doc", "odt", "md", "html", "txt", "srt", "eml", "")) {
      files.add(refused(bytes("zero." + ending, new byte[0]), Reason.EMPTY));
    }
    files.add(refused(text("blank.txt", " \n\t \r\n "), Reason.EMPTY));
    files.add(refused(text("blank.md", "---\n---\n\n"), Reason.EMPTY));
    files.add(
        refused(
            text("blank.html", "<html><body><script>x()</script></body></html>"), Reason.EMPTY));
    files.add(
        refused(
            bytes("only-bom.txt", new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}),
            Reason.EMPTY));
  }

  private void misnamed() throws IOException {
    var pdf =
        Files.readAllBytes(
            OfficeSamples.pdf(folder.resolve("real.pdf"), "T", new String[] {"Title", WORDS}));
    var docx =
        Files.readAllBytes(OfficeSamples.docx(folder.resolve("real.docx"), "T", "One", WORDS));
    files.add(readable(folder.resolve("real.pdf")));
    files.add(readable(folder.resolve("real.docx")));
    files.add(readable(bytes("pdf-inside.docx", pdf)));
    files.add(readable(bytes("pdf-inside.txt", pdf)));
    files.add(readable(bytes("docx-inside.pdf", docx)));
    files.add(readable(bytes("docx-inside.md", docx)));
    files.add(readable(text("words-inside.pptx", WORDS)));
    files.add(
        readable(
            text("page-inside.pdf", "<!DOCTYPE html><html><body><p>" + WORDS + "</body></html>")));
    files.add(refused(bytes("picture-inside.pdf", PNG), Reason.UNSUPPORTED));
    files.add(refused(bytes("program-inside.docx", ELF), Reason.UNSUPPORTED, Reason.CORRUPT));
    files.add(readable(bytes("report.pdf.exe", pdf)));
  }

  private static final byte[] PNG = {
    (byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R'
  };
  private static final byte[] ELF = {
    0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 62, 0
  };

  private void garbage() throws IOException {
    var random = new Random(42);
    for (var ending :
        List.of(
            "pdf", "docx", "xlsx", "pptx", "doc", "xls", "ppt", "odt", "odp", "ods", "rtf", "txt",
            "md", "html", "csv", "srt", "vtt", "eml", "msg")) {
      byte[] noise = new byte[20_000];
      random.nextBytes(noise);
      files.add(refused(bytes("garbage." + ending, noise), Reason.CORRUPT, Reason.UNSUPPORTED));
    }
    var starts =
        Map.of(
            "pdf",
            "%PDF-1.7\n",
            "rtf",
            "{\\rtf1",
            "docx",
            "PK\3\4",
            "xls",
            "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1");
    for (var start : starts.entrySet()) {
      byte[] noise = new byte[20_000];
      random.nextBytes(noise);
      byte[] magic = start.getValue().getBytes(StandardCharsets.ISO_8859_1);
      System.arraycopy(magic, 0, noise, 0, magic.length);
      files.add(
          either(bytes("good-start." + start.getKey(), noise), Reason.CORRUPT, Reason.UNSUPPORTED));
    }
  }

  private void notForReading() throws IOException {
    files.add(refused(bytes("picture.png", PNG), Reason.UNSUPPORTED));
    files.add(refused(bytes("program", ELF), Reason.UNSUPPORTED));
    files.add(refused(text("script.sh", "#!/bin/sh\nrm -rf /\n"), Reason.UNSUPPORTED));
    files.add(refused(text("script.js", "while (true) {}\n"), Reason.UNSUPPORTED));
    files.add(
        refused(
            text("drawing.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>x</text></svg>"),
            Reason.UNSUPPORTED));
    files.add(refused(text("settings.json", "{\"a\": 1}"), Reason.UNSUPPORTED));
    files.add(
        refused(
            bytes("sound.mp3", new byte[] {'I', 'D', '3', 3, 0, 0, 0, 0, 0, 0}),
            Reason.UNSUPPORTED));
    files.add(
        refused(
            bytes(
                "film.mp4",
                new byte[] {0, 0, 0, 24, 'f', 't', 'y', 'p', 'm', 'p', '4', '2', 0, 0, 0, 0}),
            Reason.UNSUPPORTED));
    files.add(
        refused(
            bytes(
                "Class.class",
                new byte[] {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 69}),
            Reason.UNSUPPORTED));
    files.add(
        refused(
            bytes("packed.gz", new byte[] {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, 0}),
            Reason.UNSUPPORTED));
  }

  private void oddText() throws IOException {
    files.add(
        readable(
            bytes(
                "invalid-utf8.txt",
                "Gr\u00FC\u00DFe aus K\u00F6ln".getBytes(StandardCharsets.ISO_8859_1))));
    files.add(
        readable(
            bytes(
                "half-utf8.md",
                new byte[] {'#', ' ', 'A', (byte) 0xC3, (byte) 0x28, (byte) 0xFF, 'b'})));
    files.add(readable(bytes("utf16.txt", WORDS.getBytes(StandardCharsets.UTF_16))));
    files.add(readable(bytes("utf16.csv", ("a;b\n" + WORDS).getBytes(StandardCharsets.UTF_16))));
    files.add(
        either(
            bytes("utf16-odd.txt", new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0, 'b'}),
            Reason.CORRUPT));
    files.add(
        either(bytes("utf32.txt", WORDS.getBytes(Charset.forName("UTF-32BE"))), Reason.CORRUPT));
    files.add(either(text("nulls.txt", WORDS.repeat(20) + "\0\0\0" + WORDS), Reason.CORRUPT));
    files.add(refused(bytes("only-nulls.txt", new byte[5_000]), Reason.CORRUPT));
    files.add(
        readable(text("controls.md", "# A\u0001\u0008title\n\n" + WORDS + "\u001B[31m" + WORDS)));
    files.add(readable(text("overrides.txt", "invoice\u202Efdp.exe " + WORDS)));
    files.add(
        readable(
            bytes(
                "lone-surrogates.txt",
                new byte[] {'a', ' ', (byte) 0xED, (byte) 0xA0, (byte) 0x80, ' ', 'b'})));
    files.add(readable(text("one-line-50-mb.txt", WORDS.repeat(50 * (1 << 20) / WORDS.length()))));
    files.add(readable(text("one-word-10-mb.txt", "x".repeat(10 << 20))));
    files.add(either(text("only-line-ends-20-mb.txt", "\n".repeat(20 << 20)), Reason.EMPTY));
    files.add(readable(text("blanks-5-mb.md", "a" + " ".repeat(5 << 20) + "b")));
    files.add(readable(text("columns.csv", "a,".repeat(500_000))));
    files.add(
        readable(
            text("cues.srt", "00:00:01,000 --> 00:00:02,000\nHello there.\n\n".repeat(100_000))));
    files.add(refused(text("no-cues.srt", WORDS), Reason.CORRUPT));
    files.add(refused(text("no-cues.vtt", "WEBVTT\n\n"), Reason.CORRUPT));
    files.add(
        either(
            text("times.srt", "999:99:99,999 --> 00:00:00,000\nx\n\n00:00:01,000 -->\ny\n"),
            Reason.CORRUPT));
    files.add(
        either(
            text("headers.eml", "Subject: " + "x".repeat(5 << 20) + "\n\nbody"),
            Reason.CORRUPT,
            Reason.EMPTY));
  }

  private void oddNames() throws IOException {
    for (var name :
        List.of(
            "two\nlines.txt",
            "\uD83D\uDE00 smile.md",
            "x".repeat(240) + ".txt",
            "-rf.txt",
            "..%2f..%2fetc%2fpasswd.txt",
            "quote\"'`$(id).txt",
            "semi;colon&pipe|.md",
            " leading.txt",
            "trailing.txt ",
            "<b>bold.txt",
            "no-ending",
            "dots....txt",
            "..txt",
            "a.very-long-ending-of-a-name")) {
      files.add(readable(text(name, WORDS)));
    }
  }

  private void notFiles() throws Exception {
    files.add(
        refused(Files.createDirectory(folder.resolve("folder.pdf")), Reason.NOT_A_READABLE_FILE));
    files.add(refused(folder.resolve("missing.pdf"), Reason.NOT_A_READABLE_FILE));
    files.add(
        refused(
            Files.createSymbolicLink(folder.resolve("link.txt"), secret),
            Reason.NOT_A_READABLE_FILE));
    files.add(
        refused(
            Files.createSymbolicLink(folder.resolve("passwd.txt"), Path.of("/etc/passwd")),
            Reason.NOT_A_READABLE_FILE));
    files.add(
        refused(
            Files.createSymbolicLink(folder.resolve("dangling.md"), folder.resolve("nowhere")),
            Reason.NOT_A_READABLE_FILE));
    var pipe = folder.resolve("pipe.txt");
    if (Files.isExecutable(Path.of("/usr/bin/mkfifo"))
        && new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start().waitFor() == 0) {
      files.add(refused(pipe, Reason.NOT_A_READABLE_FILE));
    }
  }

  private void nested() throws IOException {
    int deep = 100_000;
    var hard = new Reason[] {Reason.CORRUPT, Reason.TIMEOUT, Reason.OUT_OF_MEMORY, Reason.EMPTY};
    files.add(either(text("nested.html", "<div>".repeat(deep) + WORDS), hard));
    files.add(either(text("nested-inline.html", "<b><i>".repeat(deep) + WORDS), hard));
    files.add(either(text("nested-tables.html", "<table><tr><td>".repeat(20_000) + WORDS), hard));
    files.add(
        refused(text("nested.xml", "<a>".repeat(deep) + "</a>".repeat(deep)), Reason.UNSUPPORTED));
    files.add(
        refused(text("nested.json", "[".repeat(deep) + "]".repeat(deep)), Reason.UNSUPPORTED));
    files.add(either(text("nested-quotes.md", "> ".repeat(deep) + WORDS), hard));
    files.add(either(text("nested-lists.md", "- ".repeat(deep) + WORDS), hard));
    files.add(either(text("nested-brackets.md", "[".repeat(deep) + WORDS), hard));
    files.add(either(text("nested-emphasis.md", "*a **b ".repeat(deep / 2) + WORDS), hard));
    files.add(
        either(text("nested.rtf", "{\\rtf1\\ansi\\pard " + "{\\b ".repeat(deep) + WORDS), hard));
    var mail = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n".formatted(i, i));
    }
    files.add(either(text("nested.eml", "Subject: deep\r\n" + mail + "\r\n" + WORDS), hard));
    files.add(readable(text("yaml-depth.md", "---\na: " + "[".repeat(5_000) + "\n---\n" + WORDS)));
  }

  private void markup() throws IOException {
    var laughs = new StringBuilder("<!ENTITY l0 \"ha\">");
    var yaml = new StringBuilder("---\nl0: &l0 [ha, ha]\n");
    for (int i = 1; i < 12; i++) {
      laughs.append("<!ENTITY l%d \"%s\">".formatted(i, "&l%d;".formatted(i - 1).repeat(10)));
      yaml.append("l%d: &l%d [%s]\n".formatted(i, i, "*l%d,".formatted(i - 1).repeat(9)));
    }
    files.add(readable(text("laughs.md", yaml + "---\n" + WORDS)));
    files.add(
        readable(
            text(
                "objects.md",
                "---\na: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"http://127.0.0.1:9/\"]]]]\n---\n"
                    + WORDS)));
    files.add(readable(text("self.md", "---\na: &a [*a]\n---\n" + WORDS)));
    files.add(readable(text("unclosed.md", "---\n" + WORDS)));
    files.add(
        refused(
            text(
                "laughs.svg",
                "<?xml version=\"1.0\"?><!DOCTYPE svg ["
                    + laughs
                    + "]><svg xmlns=\"http://www.w3.org/2000/svg\">&l11;</svg>"),
            Reason.UNSUPPORTED));
    files.add(
        either(
            text(
                "laughs.html",
                "<!DOCTYPE html [" + laughs + "]><html><body>&l11;" + WORDS + "</body></html>"),
            Reason.EMPTY));
    var external = "<!ENTITY x SYSTEM \"" + secret.toUri() + "\">";
    files.add(
        refused(
            text(
                "xxe.svg",
                "<?xml version=\"1.0\"?><!DOCTYPE svg ["
                    + external
                    + "]><svg xmlns=\"http://www.w3.org/2000/svg\"><text>&x;</text></svg>"),
            Reason.UNSUPPORTED));
    files.add(
        refused(
            text("xxe.xml", "<?xml version=\"1.0\"?><!DOCTYPE a [" + external + "]><a>&x;</a>"),
            Reason.UNSUPPORTED));
    files.add(
        either(
            text(
                "xxe.xhtml",
                "<?xml version=\"1.0\"?><!DOCTYPE html ["
                    + external
                    + "]><html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>&x; "
                    + WORDS
                    + "</p></body></html>"),
            Reason.EMPTY));
    files.add(
        readable(
            text(
                "frames.html",
                "<iframe src=\""
                    + secret.toUri()
                    + "\"></iframe><img src=\"http://127.0.0.1:9/x\"><p>"
                    + WORDS)));
    files.add(readable(text("attributes.html", "<p " + "a=b ".repeat(200_000) + ">" + WORDS)));
    files.add(readable(text("meta-charset.html", "<meta charset=\"no-such-charset\"><p>" + WORDS)));
    files.add(
        either(
            text("many-tags.html", "<p>x".repeat(500_000)), Reason.OUT_OF_MEMORY, Reason.TIMEOUT));
  }
}
