package dev.tandem.benchmark;

import dev.tandem.TandemApplication;
import dev.tandem.encoder.SentenceEncoder;
import dev.tandem.library.Asset;
import dev.tandem.library.Assets;
import dev.tandem.library.intake.FolderImport;
import dev.tandem.library.labelling.EvidenceReader;
import dev.tandem.library.manifest.AssetManifest;
import dev.tandem.shared.PendingWork;
import dev.tandem.taxonomy.Taxonomy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * How well labels are inferred: imports a folder without any manifest and compares with the true
 * labels. Usage: {@code ./tandem bench labels [DIR LABELS.csv] [--neutral] [--names] [--each]
 * [--learning]}; prints Markdown.
 *
 * <ul>
 *   <li>{@code --neutral} numbers the files and keeps only title and description of their front
 *       matter, so that nothing but the text is left to tell
 *   <li>{@code --names} tells the vocabularies the company's own words first, as a company that
 *       uses Tandem would; without it products and competitors cannot be found
 *   <li>{@code --each} lists every wrong type with what the guess rests on; for the half of a
 *       library that may be looked at
 *   <li>{@code --learning} tells what labels learned from confirmed assets are worth on the others,
 *       by vocabulary, and whether learned types would be righter than guessed ones
 * </ul>
 */
final class LabelBenchmark {
  private static final Currency ANY = Currency.getInstance("EUR");

  private LabelBenchmark() {}

  public static void main(String[] args) throws Exception {
    var options = List.of(args).stream().filter(it -> it.startsWith("--")).toList();
    var places = List.of(args).stream().filter(it -> !it.startsWith("--")).toList();
    if (places.size() == 1 || places.size() > 2) {
      System.err.println(
          "Usage: ./tandem bench labels [DIR LABELS.csv] [--neutral] [--names] [--each]"
              + " [--learning]");
      System.exit(2);
    }
    var folder = Path.of(places.isEmpty() ? "training-data/library" : places.get(0));
    var labels = Path.of(places.isEmpty() ? "training-data/labels.csv" : places.get(1));
    var truth = AssetManifest.read(labels, ANY);
    truth.problems().forEach(problem -> System.err.println(labels + ": " + problem));
    var home = Files.createTempDirectory("tandem-labels");
    try {
      var bare = BareLibrary.of(folder, home.resolve("bare"), options.contains("--neutral"));
      System.setProperty("tandem.home", home.resolve("home").toString());
      try (var context =
          new SpringApplicationBuilder(TandemApplication.class)
              .web(WebApplicationType.NONE)
              .profiles("command")
              .logStartupInfo(false)
              .run()) {
        var taxonomy = context.getBean(Taxonomy.class);
        if (options.contains("--names")) learn(taxonomy, truth);
        context
            .getBean(FolderImport.class)
            .run(bare.folder(), Optional.empty(), null, (done, all) -> {})
            .rejections()
            .forEach(it -> System.err.println(bare.original(it.path()) + ": " + it.reason()));
        var judged = judged(truth, bare, context.getBean(Assets.class).all(), taxonomy);
        new LabelReport(judged).print();
        if (options.contains("--each")) new LabelReport(judged).printMistakes();
        if (options.contains("--learning")) {
          context.getBeansOfType(PendingWork.class).values().forEach(it -> it.finish(done -> {}));
          TermLearning.print(
              judged, context.getBean(EvidenceReader.class), context.getBean(Assets.class));
          TypeLearning.print(judged, context.getBean(SentenceEncoder.class));
        }
      }
    } finally {
      BareLibrary.delete(home);
    }
  }

  private static void learn(Taxonomy taxonomy, AssetManifest truth) {
    for (var row : truth.rows())
      row.values()
          .terms()
          .forEach((dimension, names) -> names.forEach(it -> taxonomy.resolveOrAdd(dimension, it)));
  }

  /** Files that were duplicates or refused are judged as if nothing was inferred. */
  private static List<JudgedLabels> judged(
      AssetManifest truth, BareLibrary bare, List<Asset> assets, Taxonomy taxonomy) {
    var byPath = new HashMap<String, Asset>();
    for (var asset : assets)
      byPath.put(bare.original(Objects.requireNonNull(asset.sourcePath())), asset);
    var judged = new ArrayList<JudgedLabels>();
    for (var row : truth.rows()) {
      @Nullable String path = row.path();
      var asset = path == null ? null : byPath.get(path);
      if (asset != null) judged.add(JudgedLabels.of(row.values(), asset, taxonomy));
      else if (path != null) System.err.println(path + ": labelled, but not in the library");
    }
    return judged;
  }
}
