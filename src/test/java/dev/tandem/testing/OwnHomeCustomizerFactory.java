package dev.tandem.testing;

import dev.tandem.database.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.util.FileSystemUtils;

/** Gives the program of a {@link TandemTest} a home and a database of its own. */
class OwnHomeCustomizerFactory implements ContextCustomizerFactory {
  @Override
  public @Nullable ContextCustomizer createContextCustomizer(
      Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
    if (!TestContextAnnotationUtils.hasAnnotation(testClass, TandemTest.class)) {
      return null;
    }
    var outermost = testClass;
    for (var around = testClass; around != null; around = around.getEnclosingClass()) {
      outermost = around;
    }
    return new OwnHome(outermost);
  }

  /** Equal for one test class and its nested ones, so that they share a context. */
  private record OwnHome(Class<?> test) implements ContextCustomizer {
    @Override
    public void customizeContext(
        ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
      var server = TestServer.running();
      var database = server.migratedDatabase(test);
      var home = newHome();
      server.atTheEnd(() -> FileSystemUtils.deleteRecursively(home));
      // what is drawn depends on the day, which a test must not
      var experiments =
          Arrays.stream(configuration.getPropertySourceProperties())
              .filter(property -> property.startsWith("tandem.learning.experiments."))
              .findFirst()
              .orElse("tandem.learning.experiments.enabled=false");
      TestPropertyValues.of(
              experiments,
              "tandem.home=" + home,
              "spring.datasource.url=" + database.url(),
              "spring.datasource.username=" + database.username(),
              "spring.datasource.password=" + database.password(),
              "spring.datasource.hikari.maximum-pool-size=8",
              "spring.datasource.hikari.minimum-idle=0")
          .applyTo(context);
    }

    private Path newHome() {
      try {
        var parent = Files.createDirectories(Path.of("target", "test-homes").toAbsolutePath());
        return Files.createTempDirectory(parent, test.getSimpleName() + "-");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
