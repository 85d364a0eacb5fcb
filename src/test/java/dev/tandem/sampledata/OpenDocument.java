package dev.tandem.sampledata;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipOutputStream;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.springframework.web.util.HtmlUtils;

/** An OpenDocument text (ISO/IEC 26300): headings, paragraphs, lists and tables. */
final class OpenDocument implements AssetWriter {
  private static final String TYPE = "application/vnd.oasis.opendocument.text";
  private static final String NAMESPACES =
      "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
          + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
          + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
          + " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\""
          + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"1.3\"";
  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  @Override
  public byte[] write(AssetSource asset) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var container = new ZipOutputStream(out)) {
      StableZip.addStored(container, "mimetype", TYPE.getBytes(StandardCharsets.US_ASCII));
      StableZip.add(container, "META-INF/manifest.xml", utf8(manifest()));
      StableZip.add(container, "content.xml", utf8(content(asset)));
      StableZip.add(container, "meta.xml", utf8(properties(asset)));
    }
    return out.toByteArray();
  }

  private static byte[] utf8(String text) {
    return (XML + text).getBytes(StandardCharsets.UTF_8);
  }

  private static String manifest() {
    return """
    <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
      <manifest:file-entry manifest:full-path="/" manifest:media-type="%s"/>
      <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
      <manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
    </manifest:manifest>
    """
        .formatted(TYPE);
  }

  private static String properties(AssetSource asset) {
    return """
    <office:document-meta %1$s><office:meta>
      <dc:title>%2$s</dc:title><meta:initial-creator>%3$s</meta:initial-creator><dc:creator>%3$s</dc:creator>
      <meta:creation-date>%4$sT09:00:00</meta:creation-date><dc:date>%4$sT09:00:00</dc:date>
      <dc:language>%5$s</dc:language>
    </office:meta></office:document-meta>
    """
        .formatted(
            NAMESPACES,
            escaped(ShownTitle.of(asset)),
            escaped(asset.author()),
            asset.written(),
            asset.language());
  }

  private static String content(AssetSource asset) {
    var text = new StringBuilder();
    var root = Markdown.parse(asset.body());
    if (!(root.getFirstChild() instanceof Heading first && first.getLevel() == 1))
      text.append(heading(1, asset.title()));
    Markdown.children(root).forEach(block -> append(text, block));
    return "<office:document-content %s><office:body><office:text>%s</office:text></office:body></office:document-content>"
        .formatted(NAMESPACES, text);
  }

  private static void append(StringBuilder text, Node block) {
    switch (block) {
      case Heading heading -> text.append(heading(heading.getLevel(), Markdown.text(heading)));
      case ListBlock list -> {
        text.append("<text:list>");
        for (var item : Markdown.children(list)) {
          text.append("<text:list-item>");
          Markdown.children(item).forEach(part -> append(text, part));
          text.append("</text:list-item>");
        }
        text.append("</text:list>\n");
      }
      case TableBlock table -> table(text, table);
      case Paragraph paragraph -> text.append(line(paragraph));
      case HtmlBlock _ -> {}
      default -> throw new IllegalArgumentException("no OpenDocument form for " + block);
    }
  }

  private static void table(StringBuilder text, TableBlock table) {
    text.append("<table:table>");
    for (var row : Markdown.rows(table)) {
      text.append("<table:table-row>");
      for (var cell : row)
        text.append("<table:table-cell office:value-type=\"string\">")
            .append(line(cell))
            .append("</table:table-cell>");
      text.append("</table:table-row>");
    }
    text.append("</table:table>\n");
  }

  private static String heading(int level, String title) {
    return "<text:h text:outline-level=\"%d\">%s</text:h>\n".formatted(level, escaped(title));
  }

  private static String line(Node node) {
    return "<text:p>" + escaped(Markdown.text(node)) + "</text:p>\n";
  }

  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
