package dev.tandem.library.extraction.worker;

import dev.tandem.library.extraction.ExtractionOutcome.Reason;
import dev.tandem.library.extraction.PageUnit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.utils.XMLReaderUtils;

/** ODT, ODP and ODS. Scripts and embedded objects are ignored. */
final class OpenDocumentReader implements DocumentReader {
  /** Text of ten thick books; what unpacks to more is not meant to be read. */
  private static final long MOST_BYTES = 200L << 20;

  private static final int MOST_RATIO = 200;
  private static final long HARMLESS_BYTES = 5L << 20;

  @Override
  public void read(SourceFile file, Draft draft) throws Exception {
    var type = file.mediaType();
    var unit =
        type.contains("presentation")
            ? PageUnit.SLIDE
            : type.contains("spreadsheet") ? PageUnit.SHEET : PageUnit.SECTION;
    draft.unit(unit);
    try (var zip = new ZipFile(file.path().toFile())) {
      refuseEncrypted(zip);
      var meta = zip.getEntry("meta.xml");
      if (meta != null) {
        var about = new OpenDocumentMeta(draft);
        parse(zip, meta, about);
        about.finish();
      }
      var content = zip.getEntry("content.xml");
      if (content == null) {
        throw new UnreadableFile(
            Reason.CORRUPT, "The document has no content.xml: it is incomplete. Save it again.");
      }
      parse(zip, content, new OpenDocumentBlocks(draft, unit));
    }
  }

  private static void parse(ZipFile zip, ZipEntry entry, org.xml.sax.helpers.DefaultHandler handler)
      throws Exception {
    try (var in = bounded(zip, entry)) {
      // Tika's settings: no external entities, no DTD, few expansions.
      XMLReaderUtils.parseSAX(in, handler, new ParseContext());
    }
  }

  private static void refuseEncrypted(ZipFile zip) throws IOException, UnreadableFile {
    var manifest = zip.getEntry("META-INF/manifest.xml");
    if (manifest == null) {
      return;
    }
    try (var in = zip.getInputStream(manifest)) {
      var text = new String(in.readNBytes(1 << 20), StandardCharsets.UTF_8);
      if (text.contains("encryption-data")) {
        throw new UnreadableFile(
            Reason.ENCRYPTED,
            "The document is protected with a password. Save a copy without the password.");
      }
    }
  }

  /** The sizes in a zip may lie, so what is really read is counted. */
  private static InputStream bounded(ZipFile zip, ZipEntry entry) throws IOException {
    long packed = Math.max(1, entry.getCompressedSize());
    long most = Math.min(MOST_BYTES, Math.max(HARMLESS_BYTES, packed * MOST_RATIO));
    return BoundedInputStream.builder()
        .setInputStream(zip.getInputStream(entry))
        .setMaxCount(most)
        .setOnMaxCount(
            (limit, count) -> {
              throw new ExpandsTooMuch();
            })
        .get();
  }
}
