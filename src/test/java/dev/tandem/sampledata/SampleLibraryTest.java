package dev.tandem.sampledata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.library.manifest.AssetManifest;
import dev.tandem.taxonomy.JourneyStage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class SampleLibraryTest {
  private static final Path FOLDER = Path.of("training-data");
  private static final LocalDate ANCHOR = SampleGenerator.ANCHOR;

  private final Catalogue catalogue = Catalogue.read(FOLDER.resolve("sources"));

  @Test
  void committedFilesAreWhatTheSourcesMake() throws IOException {
    var generated = SampleGenerator.library(FOLDER);
    assertThat(committedLibrary())
        .as("run SampleGenerator, see training-data/README.md")
        .isEqualTo(
            generated.keySet().stream()
                .filter(path -> path.startsWith("library/"))
                .collect(Collectors.toSet()));
    for (var file : generated.entrySet()) {
      var committed = Files.readAllBytes(FOLDER.resolve(file.getKey()));
      assertThat(sameContent(file.getKey(), committed, file.getValue()))
          .as("%s differs from its source: run SampleGenerator", file.getKey())
          .isTrue();
    }
  }

  /** Compressed bytes may differ between versions of zlib; what they hold may not. */
  private static boolean sameContent(String path, byte[] one, byte[] other) throws IOException {
    if (Arrays.equals(one, other)) return true;
    if (path.endsWith(".pdf")) return pdfText(one).equals(pdfText(other));
    if (!path.matches(".*\\.(docx|pptx|xlsx|odt)")) return false;
    var left = StableZip.entries(one);
    var right = StableZip.entries(other);
    return left.keySet().equals(right.keySet())
        && left.keySet().stream().allMatch(name -> Arrays.equals(left.get(name), right.get(name)));
  }

  private static String pdfText(byte[] pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      return document.getNumberOfPages() + new PDFTextStripper().getText(document);
    }
  }

  private static Set<String> committedLibrary() throws IOException {
    try (var files = Files.walk(FOLDER.resolve("library"))) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void theManifestIsUnderstoodWithoutAnyComplaint() throws IOException {
    for (var table : new String[] {"manifest.csv", "labels.csv"}) {
      var manifest = AssetManifest.read(FOLDER.resolve(table), Currency.getInstance("EUR"));
      assertThat(manifest.problems()).as(table).isEmpty();
      assertThat(manifest.rows()).as(table).hasSameSizeAs(catalogue.assets());
    }
  }

  @Test
  void theLibraryIsAsVariedAsARealOne() {
    var assets = catalogue.assets();
    assertThat(assets).hasSizeGreaterThanOrEqualTo(120);
    assertThat(assets.stream().map(AssetSource::type).distinct()).hasSizeGreaterThanOrEqualTo(15);
    assertThat(assets.stream().map(AssetSource::format).distinct())
        .contains(FileFormat.MD, FileFormat.HTML, FileFormat.PDF, FileFormat.DOCX, FileFormat.PPTX);
    assertThat(assets.stream().flatMap(asset -> asset.stages().stream()).distinct())
        .containsExactlyInAnyOrder(JourneyStage.values());
    assertThat(assets.stream().map(AssetSource::language).distinct())
        .containsExactlyInAnyOrder("en", "de");
    assertThat(assets.stream().flatMap(asset -> asset.products().stream()).distinct())
        .hasSizeGreaterThanOrEqualTo(4);
    assertThat(assets.stream().flatMap(asset -> asset.industries().stream()).distinct())
        .hasSizeGreaterThanOrEqualTo(7);
  }

  @Test
  void someAssetsAreExpiredInternalDueForReviewOrNearlyTheSame() {
    var assets = catalogue.assets();
    assertThat(assets.stream().filter(a -> a.expiresOn().filter(ANCHOR::isAfter).isPresent()))
        .hasSizeGreaterThanOrEqualTo(8);
    assertThat(assets.stream().filter(a -> a.reviewBy().filter(ANCHOR::isAfter).isPresent()))
        .hasSizeGreaterThanOrEqualTo(8);
    assertThat(assets.stream().filter(AssetSource::internal)).hasSizeGreaterThanOrEqualTo(8);
    assertThat(assets.stream().filter(a -> a.status().equals("draft"))).isNotEmpty();
    assertThat(assets.stream().filter(a -> a.status().equals("archived"))).isNotEmpty();
    var ids = catalogue.byId().keySet();
    assertThat(assets.stream().flatMap(a -> a.nearDuplicateOf().stream()))
        .hasSizeGreaterThanOrEqualTo(5)
        .allMatch(ids::contains);
  }

  @Test
  void theSampleIsQuickToClone() throws IOException {
    try (var files = Files.walk(FOLDER)) {
      var bytes =
          files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
      assertThat(bytes).isLessThan(25_000_000);
    }
  }
}
