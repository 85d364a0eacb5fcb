package dev.tandem.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.router.Route;
import dev.tandem.testing.TandemTest;
import dev.tandem.testing.WebVisitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** {@code docs/api.md} says for every view which calls do the same; both are held against it. */
@TandemTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ApiByViewTest {
  private static final Pattern ROW = Pattern.compile("^\\| `([^`]*)`.*", Pattern.MULTILINE);
  private static final Pattern CALL =
      Pattern.compile("`(GET|POST|PUT|PATCH|DELETE) (/api/v1/[^`\\s]*)`");

  @LocalServerPort private int port;

  @Test
  void everyViewHasARow() throws IOException {
    var views = new TreeSet<String>();
    for (var type :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.tandem"))
      type.tryGetAnnotationOfType(Route.class).ifPresent(route -> views.add(route.value()));
    views.remove(""); // home, which has a row without a name
    var rows = ROW.matcher(page()).results().map(row -> row.group(1)).toList();
    assertThat(views).hasSizeGreaterThan(30);
    assertThat(rows).containsAll(views);
  }

  @Test
  void everyCallInItExistsAndEveryCallThatExistsIsInIt() throws IOException {
    var named = new TreeSet<String>();
    CALL.matcher(page()).results().forEach(call -> named.add(call.group(1) + " " + call.group(2)));
    var existing = new TreeSet<String>();
    try (var visitor = new WebVisitor(port)) {
      var docs = JsonMapper.shared().readTree(visitor.get("/v3/api-docs").body());
      for (var path : docs.get("paths").properties())
        for (var method : List.of("get", "post", "put", "patch", "delete"))
          if (path.getValue().has(method))
            existing.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
    }
    assertThat(named).isEqualTo(existing);
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("docs/api.md"));
  }
}
