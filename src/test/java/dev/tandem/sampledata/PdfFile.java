package dev.tandem.sampledata;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.web.util.HtmlUtils;

/** A laid out document: pages where the source breaks them, header, footer, properties. */
final class PdfFile implements AssetWriter {
  /** Characters that the fonts every reader has lack; this one comes with PDFBox. */
  private static final String MORE_GLYPHS =
      "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private static final String STYLE =
      """
      @page { size: A4; margin: 24mm 20mm 22mm 20mm;
        @top-left { content: "Larkspur Systems"; font: 8pt Helvetica; color: #5b6b7a }
        @top-right { content: "%s"; font: 8pt Helvetica; color: #5b6b7a }
        @bottom-right { content: counter(page) " / " counter(pages); font: 8pt Helvetica; color: #5b6b7a }
        @bottom-left { content: "%s"; font: 8pt Helvetica; color: #5b6b7a } }
      body { font: 10.5pt/1.5 Helvetica, 'More Glyphs'; color: #1d2733 }
      h1 { font-size: 24pt; line-height: 1.2; color: #14506b; margin: 0 0 10pt 0 }
      h2 { font-size: 15pt; color: #14506b; margin: 16pt 0 6pt 0; page-break-after: avoid }
      h3 { font-size: 11.5pt; margin: 12pt 0 4pt 0; page-break-after: avoid }
      table { border-collapse: collapse; width: 100%%; margin: 8pt 0; page-break-inside: avoid }
      th { background: #e4eff3; text-align: left } th, td { border: 0.5pt solid #b6c6d0; padding: 3pt 6pt; vertical-align: top }
      blockquote { border-left: 3pt solid #e0a030; margin: 8pt 0 8pt 6pt; padding-left: 10pt; color: #33475a }
      .page { page-break-before: always }
      """;

  @Override
  public byte[] write(AssetSource asset) throws IOException {
    XRLog.setLoggingEnabled(false);
    var out = new ByteArrayOutputStream();
    var builder = new PdfRendererBuilder();
    builder.useFastMode();
    builder.useFont(
        () -> Objects.requireNonNull(PDDocument.class.getResourceAsStream(MORE_GLYPHS)),
        "More Glyphs");
    builder.withHtmlContent(html(asset), null);
    builder.toStream(out);
    try (var renderer = builder.buildPdfRenderer()) {
      var document = renderer.createPDFKeepOpen();
      describe(document, asset);
      document.setDocumentId(0L + asset.id().hashCode());
      document.save(out);
      document.close();
    }
    return out.toByteArray();
  }

  private static void describe(PDDocument document, AssetSource asset) {
    var about = document.getDocumentInformation();
    about.setTitle(ShownTitle.of(asset));
    about.setAuthor(asset.author());
    about.setKeywords(String.join(", ", asset.tags()));
    about.setCreator("Larkspur document templates");
    about.setProducer("openhtmltopdf");
    var written = GregorianCalendar.from(asset.written().atTime(9, 0).atZone(ZoneOffset.UTC));
    about.setCreationDate(written);
    about.setModificationDate(written);
  }

  private static String html(AssetSource asset) {
    var body = new StringBuilder();
    var pages = asset.body().split(Markdown.PAGE_BREAK);
    for (int i = 0; i < pages.length; i++) {
      var html = Markdown.html(Markdown.parse(pages[i].strip()));
      body.append(i == 0 ? "<div>" : "<div class=\"page\">");
      if (i == 0 && !html.startsWith("<h1>"))
        body.append("<h1>").append(HtmlUtils.htmlEscape(asset.title(), "UTF-8")).append("</h1>");
      body.append(html).append("</div>");
    }
    var note =
        asset.internal()
            ? "Internal use only"
            : asset.german() ? "www.larkspur-systems.example" : "Work that arrives prepared";
    var month = asset.written().toString().substring(0, 7);
    return "<html lang=\"%s\"><head><title>%s</title><style>%s</style></head><body>%s</body></html>"
        .formatted(
            asset.language(),
            HtmlUtils.htmlEscape(ShownTitle.of(asset), "UTF-8"),
            STYLE.formatted(month, note),
            body);
  }
}
