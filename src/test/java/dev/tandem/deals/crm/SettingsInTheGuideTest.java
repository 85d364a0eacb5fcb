package dev.tandem.deals.crm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.library.sources.SourceSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;

/** What docs/connecting.md tells operators to write is what the program reads. */
class SettingsInTheGuideTest {
  private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  @Test
  void dealsAreConfiguredAsTheGuideSays() throws IOException {
    var settings = bound("tandem.sync", SyncSettings.class, yaml(0), yaml(1));
    assertThat(settings.currency()).isEqualTo("EUR");
    assertThat(settings.sources()).containsKeys("hubspot", "espo");
    var espo = Objects.requireNonNull(settings.sources().get("espo"));
    var shape = Objects.requireNonNull(espo.rest());
    assertThat(shape.header()).isEqualTo("X-Api-Key");
    assertThat(shape.headerValue()).isEqualTo("{token}");
    assertThat(new FieldMapping(shape.columns()).fields())
        .containsEntry("sales_stage", "stage")
        .containsEntry("created_on", "createdAt");
  }

  @Test
  void contentIsConfiguredAsTheGuideSays() throws IOException {
    var settings = bound("tandem.content", SourceSettings.class, yaml(2));
    assertThat(settings.sources()).containsOnlyKeys("site", "share", "cloud", "bucket");
    assertThat(Objects.requireNonNull(settings.sources().get("bucket")).prefix())
        .isEqualTo("sales/");
  }

  @Test
  void secretsComeFromTheEnvironment() {
    var environment =
        new SystemEnvironmentPropertySource(
            "systemEnvironment",
            Map.of(
                "TANDEM_SYNC_SOURCES_SF_TYPE", "salesforce",
                "TANDEM_SYNC_SOURCES_SF_CLIENTSECRET", "s3cret"));
    var settings = bound("tandem.sync", SyncSettings.class, environment);
    var access = Objects.requireNonNull(settings.sources().get("sf"));
    assertThat(access.clientSecret()).isEqualTo("s3cret");
    assertThat(settings.toString()).doesNotContain("s3cret");
  }

  private static PropertySource<?> yaml(int block) throws IOException {
    var guide = Files.readString(Path.of("docs", "connecting.md"));
    var blocks = new ArrayList<String>();
    for (var found = YAML.matcher(guide); found.find(); ) blocks.add(found.group(1));
    var resource = new ByteArrayResource(blocks.get(block).getBytes(StandardCharsets.UTF_8));
    return new YamlPropertySourceLoader().load("block " + block, resource).getFirst();
  }

  private static <T> T bound(String prefix, Class<T> type, PropertySource<?>... sources) {
    return new Binder(
            ConfigurationPropertySources.from(List.of(sources)),
            null,
            ApplicationConversionService.getSharedInstance(),
            null)
        .bind(prefix, type)
        .get();
  }
}
