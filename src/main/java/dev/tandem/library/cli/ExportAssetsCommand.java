package dev.tandem.library.cli;

import dev.tandem.library.Asset;
import dev.tandem.library.AssetId;
import dev.tandem.library.Assets;
import dev.tandem.library.web.AssetJson;
import dev.tandem.shared.CommandRuntime;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.Term;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

@Command(
    name = "assets",
    description = "Writes all assets: CSV as an import reads it again, or JSON lines.",
    mixinStandardHelpOptions = true)
public class ExportAssetsCommand implements Callable<Integer> {
  enum Format {
    csv,
    jsonl
  }

  private static final String[] COLUMNS =
      ("id,path,title,description,type,stages,personas,industries,competitors,products,regions,"
              + "language,audience,status,url,owner,author,published_on,review_by,expires_on,cost,tags")
          .split(",");

  private final CommandRuntime runtime;

  @Option(names = "--to", paramLabel = "FILE", required = true, description = "the file to write")
  private Path to = Path.of("assets.csv");

  @Option(names = "--format", description = "csv or jsonl (default: by the file's ending)")
  private @Nullable Format format;

  public ExportAssetsCommand(CommandRuntime runtime) {
    this.runtime = runtime;
  }

  @Override
  public Integer call() throws IOException {
    var library = runtime.get(Assets.class);
    var assets = library.all();
    var chosen =
        format != null ? format : to.toString().endsWith(".jsonl") ? Format.jsonl : Format.csv;
    try (var out = Files.newBufferedWriter(to, StandardCharsets.UTF_8)) {
      if (chosen == Format.csv) writeCsv(assets, out);
      else writeJson(assets, library.merged(), out);
    }
    runtime.out().println(assets.size() + " assets written to " + to);
    return 0;
  }

  private void writeJson(List<Asset> assets, Map<AssetId, AssetId> merged, Writer out)
      throws IOException {
    var today = LocalDate.now(runtime.get(Clock.class));
    var json = JsonMapper.builder().build();
    for (var asset : assets)
      out.write(json.writeValueAsString(AssetJson.of(asset, today, merged)) + "\n");
  }

  private static void writeCsv(List<Asset> assets, Writer out) throws IOException {
    var format = CSVFormat.DEFAULT.builder().setHeader(COLUMNS).setRecordSeparator("\n").get();
    try (var csv = new CSVPrinter(out, format)) {
      for (var asset : assets) csv.printRecord(cells(asset));
    }
  }

  private static List<String> cells(Asset asset) {
    var cost = asset.cost();
    return List.of(
        asset.id().value(),
        asset.hasFile() ? text(asset.sourcePath()) : "",
        asset.title().value(),
        asset.description().value(),
        asset.type().value().id(),
        asset.stages().stream().map(label -> label.value().id()).collect(Collectors.joining("|")),
        names(asset, Dimension.PERSONA),
        names(asset, Dimension.INDUSTRY),
        names(asset, Dimension.COMPETITOR),
        names(asset, Dimension.PRODUCT),
        names(asset, Dimension.REGION),
        asset.language().value().equals("und") ? "" : asset.language().value(),
        asset.audience().value().id(),
        asset.status().id(),
        text(asset.url()),
        text(asset.owner()),
        text(asset.author()),
        text(asset.publishedOn()),
        text(asset.reviewBy()),
        text(asset.expiresOn()),
        cost == null ? "" : cost.amount() + " " + cost.currency(),
        String.join("|", asset.tags()));
  }

  private static String names(Asset asset, Dimension dimension) {
    return asset.terms(dimension).stream()
        .map(label -> label.value())
        .map(Term::label)
        .collect(Collectors.joining("|"));
  }

  private static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }
}
