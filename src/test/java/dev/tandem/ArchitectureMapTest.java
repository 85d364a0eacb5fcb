package dev.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The page that newcomers read first must not drift from the code. */
class ArchitectureMapTest {
  private static final Path PAGE = Path.of("docs/architecture.md");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z]+)` \\|");
  private static final Pattern TYPE = Pattern.compile("`([A-Z][A-Za-z]+)`");

  @Test
  void everyModuleIsOnTheMapAndNothingElse() throws IOException {
    var onTheMap = new TreeSet<String>();
    var rows = ROW.matcher(Files.readString(PAGE));
    while (rows.find()) onTheMap.add(rows.group(1));
    var modules =
        ApplicationModules.of(TandemApplication.class).stream()
            .map(module -> module.getIdentifier().toString())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(onTheMap).isEqualTo(modules);
  }

  @Test
  void everyTypeThatIsNamedExists() throws IOException {
    var types = typesInTheSources();
    var named = TYPE.matcher(Files.readString(PAGE));
    while (named.find()) assertThat(types).contains(named.group(1));
  }

  private static Set<String> typesInTheSources() throws IOException {
    try (var files = Files.walk(Path.of("src"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .flatMap(name -> java.util.stream.Stream.of(name.substring(0, name.length() - 5)))
          .collect(
              Collectors.collectingAndThen(
                  Collectors.toSet(),
                  types -> {
                    types.add("SlateServed"); // nested in FeedbackEvent
                    return types;
                  }));
    }
  }
}
