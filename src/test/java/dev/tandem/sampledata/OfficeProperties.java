package dev.tandem.sampledata;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.poi.ooxml.POIXMLDocument;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;

/** The properties every office document carries, and bytes without today's date. */
final class OfficeProperties {
  private OfficeProperties() {}

  static byte[] finish(POIXMLDocument document, AssetSource asset) throws IOException {
    var core = document.getProperties().getCoreProperties();
    core.setTitle(ShownTitle.of(asset));
    core.setCreator(asset.author());
    core.setKeywords(String.join(", ", asset.tags()));
    try {
      core.setCreated(asset.written() + "T09:00:00Z");
      core.setModified(asset.written() + "T09:00:00Z");
    } catch (InvalidFormatException wrong) {
      throw new IOException(wrong);
    }
    core.setLastModifiedByUser(asset.owner());
    document.getProperties().getExtendedProperties().setApplication("Larkspur templates");
    var out = new ByteArrayOutputStream();
    document.write(out);
    return StableZip.normalized(out.toByteArray());
  }
}
