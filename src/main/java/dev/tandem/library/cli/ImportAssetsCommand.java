package dev.tandem.library.cli;

import dev.tandem.library.intake.FolderImport;
import dev.tandem.library.intake.ImportProgress;
import dev.tandem.library.intake.ImportReport;
import dev.tandem.shared.CommandRuntime;
import dev.tandem.shared.PendingWork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
    name = "assets",
    description = "Brings the files of a folder into the library; again changes nothing.",
    mixinStandardHelpOptions = true)
public class ImportAssetsCommand implements Callable<Integer> {
  private static final long SILENT_NANOS = 1_000_000_000L;

  private final CommandRuntime runtime;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "DIR", description = "the folder; hidden files are skipped")
  private Path folder = Path.of(".");

  @Option(
      names = "--manifest",
      paramLabel = "FILE.csv",
      description = "what is known about the files (default: manifest.csv in DIR, if there)")
  private @Nullable Path manifest;

  @Option(
      names = "--beir",
      description =
          "DIR is a collection in the BEIR layout: its corpus.jsonl comes in, for 'evaluate"
              + " --beir'; best into a home of its own")
  private boolean beir;

  @Option(names = "--json", description = "prints the report as JSON")
  private boolean json;

  public ImportAssetsCommand(CommandRuntime runtime) {
    this.runtime = runtime;
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(folder))
      throw new ParameterException(spec.commandLine(), "Not a folder: " + folder);
    if (manifest != null && !Files.isReadable(manifest))
      throw new ParameterException(spec.commandLine(), "No manifest can be read at " + manifest);
    if (beir && manifest != null)
      throw new ParameterException(spec.commandLine(), "--beir has no manifest.");
    var report = beir ? ofCollection() : of(folder);
    if (report == null) return 1;
    boolean whole = runtime.get(PendingWork.class).finish(runtime.err());
    if (json) runtime.out().println(asJson(report));
    else print(report);
    return whole ? 0 : 1;
  }

  private ImportReport of(Path files) throws IOException {
    return runtime
        .get(FolderImport.class)
        .run(files, Optional.ofNullable(manifest), null, progress());
  }

  /** Null when a line is wrong; which one was said. */
  private @Nullable ImportReport ofCollection() throws IOException {
    var unpacked = Files.createTempDirectory("tandem-beir");
    try {
      var corpus = BeirCorpus.unpack(folder, unpacked);
      corpus.problems().forEach(runtime.err()::println);
      if (corpus.problems().isEmpty()) return of(unpacked);
      runtime.err().println("Nothing imported: correct these lines first.");
      return null;
    } finally {
      FileSystemUtils.deleteRecursively(unpacked);
    }
  }

  private ImportProgress progress() {
    var out = runtime.err();
    long start = System.nanoTime();
    long[] said = {start};
    return (done, total) -> {
      long now = System.nanoTime();
      boolean last = done == total && said[0] > start;
      if (now - said[0] < SILENT_NANOS && !last) return;
      said[0] = now;
      out.println(done + " of " + total + " files");
      out.flush();
    };
  }

  private void print(ImportReport report) {
    var out = runtime.out();
    out.printf("published  %6d%n", report.published());
    out.printf("updated    %6d%n", report.updated());
    out.printf("unchanged  %6d%n", report.unchanged());
    out.printf("duplicate  %6d%n", report.duplicates().size());
    out.printf("rejected   %6d%n", report.rejections().size());
    report
        .duplicates()
        .forEach(it -> out.println("duplicate: " + it.path() + " = " + it.existing()));
    report.rejections().forEach(it -> out.println("rejected: " + it.path() + ": " + it.reason()));
    report.manifestProblems().forEach(it -> out.println("manifest: " + it));
    report.warnings().forEach(it -> out.println("warning: " + it.path() + ": " + it.message()));
    out.flush();
  }

  private static String asJson(ImportReport report) {
    var root = new LinkedHashMap<String, Object>();
    root.put("published", report.published());
    root.put("updated", report.updated());
    root.put("unchanged", report.unchanged());
    root.put("duplicate", report.duplicates().size());
    root.put("rejected", report.rejections().size());
    root.put(
        "duplicates",
        report.duplicates().stream()
            .map(it -> pair("path", it.path(), "existing", it.existing().value()))
            .toList());
    root.put(
        "rejections",
        report.rejections().stream()
            .map(it -> pair("path", it.path(), "reason", it.reason()))
            .toList());
    root.put("manifest_problems", report.manifestProblems());
    root.put(
        "warnings",
        report.warnings().stream()
            .map(it -> pair("path", it.path(), "message", it.message()))
            .toList());
    return JsonMapper.builder().build().writeValueAsString(root);
  }

  private static LinkedHashMap<String, String> pair(
      String one, String first, String other, String second) {
    var pair = new LinkedHashMap<String, String>();
    pair.put(one, first);
    pair.put(other, second);
    return pair;
  }
}
