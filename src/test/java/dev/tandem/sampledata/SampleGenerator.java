package dev.tandem.sampledata;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes everything below training-data but the sources and the README: {@code SampleGenerator
 * training-data}.
 */
public final class SampleGenerator {
  /** The day the sample company lives on; loading shifts every date so that it becomes today. */
  static final LocalDate ANCHOR = LocalDate.of(2026, 11, 15);

  static final List<String> REPS =
      List.of("anna.berg", "jonas.keller", "maria.oliveira", "sam.whitaker", "lea.dubois");

  private static final long DEAL_SEED = 20261115;
  private static final long FEEDBACK_SEED = 34;

  private SampleGenerator() {}

  public static void main(String[] args) throws IOException {
    var folder = Path.of(args.length > 0 ? args[0] : "training-data");
    var files = new TreeMap<>(library(folder));
    files.putAll(deals(folder));
    files.putAll(situations(folder));
    files.putAll(requests(folder));
    files.putAll(glossary(folder));

    deleteBelow(folder.resolve("library"));
    for (var file : files.entrySet()) {
      var target = folder.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.write(target, file.getValue());
    }
    System.out.println(files.size() + " files written to " + folder);
  }

  /** The files of the library and its tables, by their path below training-data. */
  static Map<String, byte[]> library(Path folder) throws IOException {
    var catalogue = Catalogue.read(folder.resolve("sources"));
    var files = new TreeMap<String, byte[]>();
    for (var asset : catalogue.assets()) {
      if (asset.format() == FileFormat.URL) continue;
      var path = "library/" + LibraryPath.of(asset);
      if (files.put(path, AssetWriter.of(asset.format()).write(asset)) != null)
        throw new IllegalStateException("two assets would be " + path);
    }
    put(files, "manifest.csv", ManifestFile.manifest(catalogue));
    put(files, "labels.csv", ManifestFile.trueLabels(catalogue));
    return files;
  }

  /** Deals, their stage history and the feedback log, by their path below training-data. */
  static Map<String, byte[]> deals(Path folder) throws IOException {
    var sources = folder.resolve("sources");
    var catalogue = Catalogue.read(sources);
    var names = new AccountNames(yaml(sources, "deal-names.yaml"));
    var searches = SampleGenerator.<Map<String, List<String>>>yaml(sources, "searches.yaml");
    var deals = new Deals(new Chance(DEAL_SEED), notes(folder), names).draw();
    var log =
        new FeedbackSimulator(
                new Chance(FEEDBACK_SEED),
                catalogue,
                deals,
                FeedbackSimulator.queries(searches, "answered"),
                FeedbackSimulator.queries(searches, "gaps"))
            .run();
    var files = new TreeMap<String, byte[]>();
    put(files, "deals.csv", DealFiles.deals(deals));
    put(files, "stage_history.csv", DealFiles.history(deals));
    put(files, "events.jsonl", log.lines());
    put(
        files,
        "sample.json",
        """
        {
          "name": "Larkspur Systems",
          "anchor": "%s",
          "synthetic": true,
          "generator": "SampleGenerator",
          "seeds": {"deals": %d, "feedback": %d}
        }
        """
            .formatted(ANCHOR, DEAL_SEED, FEEDBACK_SEED));
    return files;
  }

  static DealNotes notes(Path folder) throws IOException {
    return new DealNotes(yaml(folder.resolve("sources"), "deal-notes.yaml"));
  }

  /** Situations and judgments, by their path below training-data. */
  static Map<String, byte[]> situations(Path folder) throws IOException {
    List<Map<String, Object>> source = yaml(folder.resolve("sources"), "situations.yaml");
    var situations = source.stream().map(Situation::of).toList();
    var files = new TreeMap<String, byte[]>();
    put(files, "situations.jsonl", Situation.lines(situations, any -> true));
    for (var split : List.of("dev", "test"))
      put(
          files,
          "situations_" + split + ".jsonl",
          Situation.lines(situations, one -> one.split().equals(split)));
    put(files, "qrels.txt", Situation.judgments(situations));
    return files;
  }

  /** Owners of content and what they were asked for, by their path below training-data. */
  static Map<String, byte[]> requests(Path folder) throws IOException {
    var sources = folder.resolve("sources");
    var files = new TreeMap<String, byte[]>();
    put(files, "owners.csv", RequestFiles.owners(yaml(sources, "owners.yaml")));
    put(files, "requests.jsonl", RequestFiles.requests(yaml(sources, "requests.yaml")));
    return files;
  }

  /** What both teams call things, by its path below training-data. */
  static Map<String, byte[]> glossary(Path folder) throws IOException {
    List<Map<String, Object>> versions = yaml(folder.resolve("sources"), "glossary.yaml");
    var lines = new StringBuilder();
    for (var version : versions)
      lines.append(JsonMapper.shared().writeValueAsString(version)).append('\n');
    var files = new TreeMap<String, byte[]>();
    put(files, "glossary.jsonl", lines.toString());
    return files;
  }

  private static <T> T yaml(Path sources, String file) throws IOException {
    return FrontMatter.yaml().load(Files.readString(sources.resolve(file)));
  }

  private static void put(Map<String, byte[]> files, String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void deleteBelow(Path folder) throws IOException {
    if (!Files.exists(folder)) return;
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    }
  }
}
