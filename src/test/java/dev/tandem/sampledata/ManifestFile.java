package dev.tandem.sampledata;

import dev.tandem.taxonomy.JourneyStage;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The manifest, with as many labels as the source gives away, and the true labels of all assets.
 * The dates and the status of an asset's life always stand in the manifest: no text tells them.
 */
final class ManifestFile {
  private static final String[] COLUMNS =
      ("id,path,title,description,type,stages,personas,industries,competitors,products,regions,"
              + "language,audience,status,url,owner,author,published_on,review_by,expires_on,cost,"
              + "tags")
          .split(",");
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator('\n').setHeader(COLUMNS).get();

  private ManifestFile() {}

  static String manifest(Catalogue catalogue) throws IOException {
    var text = new StringBuilder();
    try (var rows = new CSVPrinter(text, FORMAT)) {
      for (var asset : catalogue.assets()) rows.printRecord(row(asset, asset.labels()));
    }
    return text.toString();
  }

  static String trueLabels(Catalogue catalogue) throws IOException {
    var text = new StringBuilder();
    try (var rows = new CSVPrinter(text, FORMAT)) {
      for (var asset : catalogue.assets()) rows.printRecord(row(asset, AssetSource.Labels.FULL));
    }
    return text.toString();
  }

  private static List<String> row(AssetSource asset, AssetSource.Labels labels) {
    boolean url = asset.format() == FileFormat.URL;
    boolean full = labels == AssetSource.Labels.FULL;
    boolean some = labels != AssetSource.Labels.NONE;
    return List.of(
        asset.id(),
        url ? "" : LibraryPath.of(asset),
        full || url ? asset.title() : "",
        full || url ? asset.description() : "",
        some ? asset.type().id() : "",
        full ? list(asset.stages().stream().map(JourneyStage::id).toList()) : "",
        full ? list(asset.personas()) : "",
        full ? list(asset.industries()) : "",
        full ? list(asset.competitors()) : "",
        full ? list(asset.products()) : "",
        full ? list(asset.regions()) : "",
        full ? asset.language() : "",
        full ? asset.audience() : "",
        asset.status(),
        asset.url(),
        some ? asset.owner() : "",
        full ? asset.author() : "",
        date(asset.publishedOn()),
        date(asset.reviewBy()),
        date(asset.expiresOn()),
        full ? asset.cost() : "",
        full ? list(asset.tags()) : "");
  }

  private static String list(List<String> values) {
    return String.join("|", values);
  }

  private static String date(Optional<LocalDate> date) {
    return date.map(LocalDate::toString).orElse("");
  }
}
