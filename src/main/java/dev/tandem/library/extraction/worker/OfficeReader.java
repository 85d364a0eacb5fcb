package dev.tandem.library.extraction.worker;

import dev.tandem.library.extraction.PageUnit;
import java.io.InputStream;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.xml.sax.ContentHandler;

/** Word, Excel and RTF by Tika, which streams what it can. What is embedded is not opened. */
final class OfficeReader implements DocumentReader {
  private final Parser old = new OfficeParser();
  private final Parser openXml = new OOXMLParser();
  private final Parser richText = new RTFParser();

  @Override
  public void read(SourceFile file, Draft draft) throws Exception {
    var type = file.mediaType();
    boolean sheets = type.contains("excel") || type.contains("spreadsheetml");
    draft.unit(sheets ? PageUnit.SHEET : PageUnit.SECTION);
    var metadata = new Metadata();
    metadata.set(Metadata.CONTENT_TYPE, type);
    var handler = new XhtmlBlocks(draft, sheets);
    try (var in = TikaInputStream.get(file.path())) {
      parserFor(type).parse(in, handler, metadata, context());
      handler.endDocument();
    } finally {
      draft.title(metadata.get(TikaCoreProperties.TITLE));
      draft.description(metadata.get(TikaCoreProperties.DESCRIPTION));
      draft.description(metadata.get(TikaCoreProperties.SUBJECT));
      draft.author(metadata.get(TikaCoreProperties.CREATOR));
      draft.created(Dates.day(metadata.getDate(TikaCoreProperties.CREATED)));
    }
  }

  private Parser parserFor(String type) {
    if (type.equals(MediaTypes.RTF)) {
      return richText;
    }
    return type.contains("openxmlformats") || type.contains(".12") ? openXml : old;
  }

  private static ParseContext context() {
    var office = new OfficeParserConfig();
    office.setUseSAXDocxExtractor(true);
    office.setIncludeDeletedContent(false);
    office.setIncludeMoveFromContent(false);
    office.setIncludeHeadersAndFooters(false);
    office.setExtractMacros(false);
    var context = new ParseContext();
    context.set(OfficeParserConfig.class, office);
    context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
    return context;
  }

  private static final class NothingEmbedded implements EmbeddedDocumentExtractor {
    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
      return false;
    }

    @Override
    public void parseEmbedded(
        InputStream in, ContentHandler handler, Metadata metadata, boolean outputHtml) {}
  }
}
