package dev.tandem.library.intake;

import dev.tandem.library.intake.ImportReport.Rejection;
import dev.tandem.library.manifest.AssetManifest;
import dev.tandem.library.manifest.GivenValues;
import dev.tandem.library.manifest.ManifestRow;
import dev.tandem.taxonomy.Taxonomy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Imports a folder with its manifest; goes on after any bad file. */
@Component
public class FolderImport {
  private final ImportPipeline pipeline;
  private final FileReading reading;
  private final Taxonomy taxonomy;

  FolderImport(ImportPipeline pipeline, FileReading reading, Taxonomy taxonomy) {
    this.pipeline = pipeline;
    this.reading = reading;
    this.taxonomy = taxonomy;
  }

  /**
   * @param manifest empty takes {@code manifest.csv} in the folder, if there is one
   * @param who sign-in name, or null for the command line
   * @throws IOException when the folder or the manifest itself cannot be read
   */
  public ImportReport run(
      Path folder, Optional<Path> manifest, @Nullable String who, ImportProgress progress)
      throws IOException {
    if (!Files.isDirectory(folder)) throw new NotDirectoryException(folder + " is not a folder");
    var inFolder = folder.resolve("manifest.csv");
    var csv =
        manifest.or(() -> Files.isRegularFile(inFolder) ? Optional.of(inFolder) : Optional.empty());
    var said =
        csv.isPresent() ? AssetManifest.read(csv.get(), reading.currency()) : AssetManifest.none();
    var contents = FolderContents.of(folder, csv.map(List::of).orElse(List.of()));
    learnWords(said);
    var rejections = new ArrayList<>(contents.rejections());
    var work = work(folder, said, contents, rejections, who);
    return pipeline.run(work, rejections, said.problems(), progress);
  }

  /** First all words, then the texts: the last row's product may be named in the first file. */
  private void learnWords(AssetManifest manifest) {
    for (var row : manifest.rows())
      row.values()
          .terms()
          .forEach(
              (dimension, names) -> names.forEach(name -> taxonomy.resolveOrAdd(dimension, name)));
  }

  private static List<IncomingFile> work(
      Path folder,
      AssetManifest manifest,
      FolderContents contents,
      List<Rejection> rejections,
      @Nullable String who) {
    var rows = new HashMap<String, ManifestRow>();
    var links = new ArrayList<IncomingFile>();
    for (var row : manifest.rows()) {
      var path = row.path();
      if (path == null) links.add(IncomingFile.link(row.id(), row.values(), who));
      else if (!FolderContents.objection(path).isEmpty())
        rejections.add(rejection(row, path, FolderContents.objection(path)));
      else if (contents.files().containsKey(path)) rows.put(path, row);
      else if (!FolderContents.existsOtherwise(folder, path))
        rejections.add(rejection(row, path, "there is no such file in the imported folder"));
      else if (contents.rejections().stream().noneMatch(it -> it.path().equals(path)))
        rejections.add(rejection(row, path, "not a plain, visible file of the imported folder"));
    }
    var work = new ArrayList<IncomingFile>();
    for (Map.Entry<String, Path> file : contents.files().entrySet()) {
      var refused = manifest.refused().get(file.getKey());
      if (refused != null && !rows.containsKey(file.getKey())) {
        rejections.add(new Rejection(file.getKey(), "its manifest " + refused));
        continue;
      }
      var row = rows.get(file.getKey());
      work.add(
          new IncomingFile(
              file.getValue(),
              file.getKey(),
              String.valueOf(file.getValue().getFileName()),
              row == null ? null : row.id(),
              row == null ? GivenValues.NONE : row.values(),
              who));
    }
    work.addAll(links);
    return work;
  }

  private static Rejection rejection(ManifestRow row, String path, String reason) {
    return new Rejection(path, "manifest row " + row.number() + ": " + reason);
  }
}
