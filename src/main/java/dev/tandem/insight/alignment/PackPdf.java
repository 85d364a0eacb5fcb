package dev.tandem.insight.alignment;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The pack as PDF, made from the same HTML. */
public final class PackPdf {
  /** Comes with PDFBox and has Latin, Greek and Cyrillic letters, which the built-in fonts lack. */
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  static {
    XRLog.setLoggingEnabled(false);
  }

  private PackPdf() {}

  public static byte[] of(AlignmentPack pack) {
    var out = new ByteArrayOutputStream();
    try {
      var builder = new PdfRendererBuilder();
      builder.useFont(
          () -> Objects.requireNonNull(PackPdf.class.getResourceAsStream(FONT)), "Pack");
      builder.withHtmlContent(PackHtml.page(pack).replace("<!DOCTYPE html>\n", ""), null);
      // nothing is fetched, whatever somebody wrote into an issue
      builder.useUriResolver((base, uri) -> null);
      builder.toStream(out);
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
