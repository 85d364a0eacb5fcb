package dev.tandem.sample;

import dev.tandem.shared.StartRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.system.ApplicationHome;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sample company on disk.
 *
 * @param anchor the day on which it lives, which becomes the day of loading
 */
record SampleFolder(Path path, String name, LocalDate anchor) {
  private static final String ABOUT = "sample.json";

  /**
   * @param configured empty looks below the working directory and beside the program
   * @throws StartRefusedException when there is none, or it cannot be read
   */
  static SampleFolder find(String configured) {
    var places = places(configured);
    for (var place : places) if (Files.isRegularFile(place.resolve(ABOUT))) return read(place);
    throw new StartRefusedException(
        "The sample company was not found: no " + ABOUT + " in " + places + ".",
        "Start in the folder that holds training-data, or name it by --tandem.sample.folder=FOLDER"
            + " or TANDEM_SAMPLE_FOLDER.");
  }

  private static List<Path> places(String configured) {
    if (!configured.isBlank()) return List.of(Path.of(configured).toAbsolutePath().normalize());
    var places = new ArrayList<Path>();
    places.add(Path.of("training-data").toAbsolutePath().normalize());
    var program = new ApplicationHome(SampleFolder.class).getSource();
    if (program != null)
      places.add(program.toPath().resolve("../../training-data").toAbsolutePath().normalize());
    return places;
  }

  private static SampleFolder read(Path folder) {
    var file = folder.resolve(ABOUT);
    try {
      var about = JsonMapper.shared().readTree(Files.readString(file));
      return new SampleFolder(
          folder,
          about.required("name").stringValue(),
          LocalDate.parse(about.required("anchor").stringValue()));
    } catch (IOException | JacksonException | DateTimeException broken) {
      throw new StartRefusedException(
          file + " cannot be read: " + broken.getMessage(),
          "Restore it; it needs a name and an anchor such as \"2026-11-15\".",
          broken);
    }
  }

  Path library() {
    return path.resolve("library");
  }

  Path manifest() {
    return path.resolve("manifest.csv");
  }

  Path deals() {
    return path.resolve("deals.csv");
  }

  Path stageHistory() {
    return path.resolve("stage_history.csv");
  }

  /** A sample need not have owners of content. */
  Optional<Path> owners() {
    return Optional.of(path.resolve("owners.csv")).filter(Files::exists);
  }

  /** A sample need not have requests. */
  Optional<Path> requests() {
    return Optional.of(path.resolve("requests.jsonl")).filter(Files::exists);
  }

  /** A sample need not have a glossary. */
  Optional<Path> glossary() {
    return Optional.of(path.resolve("glossary.jsonl")).filter(Files::exists);
  }

  /** A sample need not have situations to measure by; those of its test stay unseen. */
  Optional<Path> situations() {
    return Optional.of(path.resolve("situations_dev.jsonl"))
        .filter(Files::exists)
        .filter(found -> Files.exists(grades()));
  }

  Path grades() {
    return path.resolve("qrels.txt");
  }

  Path events() {
    var plain = path.resolve("events.jsonl");
    return Files.exists(plain) ? plain : path.resolve("events.jsonl.gz");
  }
}
