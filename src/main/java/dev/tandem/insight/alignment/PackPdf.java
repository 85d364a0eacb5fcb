package dev.tandem.insight.alignment;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The pack as PDF, made from the same HTML. */
public final class PackPdf {
  /** Comes with PDFBox and has Latin, Greek and Cyrillic letters, which the built-in fonts lack. */
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  static {
    XRLog.setLoggingEnabled(false);
  }

  /** Sizes of type: what is read well, and what can still be read. */
  private static final List<String> POINTS = List.of("8.5", "8", "7.5");

  private PackPdf() {}

  /** On one page, in smaller type where that is enough. */
  public static byte[] of(AlignmentPack pack) {
    var usual = rendered(pack, POINTS.getFirst());
    if (usual.pages() == 2)
      for (var points : POINTS.subList(1, POINTS.size())) {
        var smaller = rendered(pack, points);
        if (smaller.pages() == 1) return smaller.pdf();
      }
    return usual.pdf();
  }

  private record Rendered(byte[] pdf, int pages) {}

  private static Rendered rendered(AlignmentPack pack, String points) {
    var out = new ByteArrayOutputStream();
    var builder = new PdfRendererBuilder();
    builder.useFont(() -> Objects.requireNonNull(PackPdf.class.getResourceAsStream(FONT)), "Pack");
    builder.withHtmlContent(PackHtml.page(pack, points).replace("<!DOCTYPE html>\n", ""), null);
    // nothing is fetched, whatever somebody wrote into an issue
    builder.useUriResolver((base, uri) -> null);
    builder.toStream(out);
    try (var renderer = builder.buildPdfRenderer()) {
      renderer.layout();
      int pages = renderer.getRootBox().getLayer().getPages().size();
      renderer.createPDF();
      return new Rendered(out.toByteArray(), pages);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
