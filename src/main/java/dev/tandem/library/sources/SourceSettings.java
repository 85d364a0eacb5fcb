package dev.tandem.library.sources;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where content comes from. Secrets come from the environment or a file that only the operator
 * reads; no view, log or report shows them.
 *
 * @param every how long after a run the next one starts; at least 10 seconds
 * @param sources by name: letters, digits and hyphens
 */
@ConfigurationProperties("tandem.content")
public record SourceSettings(
    @DefaultValue("1h") Duration every, @DefaultValue Map<String, SourceAccess> sources) {
  public SourceSettings {
    if (every.compareTo(Duration.ofSeconds(10)) < 0)
      throw new IllegalArgumentException("tandem.content.every must be at least 10s");
    sources = Map.copyOf(sources);
    for (var name : sources.keySet())
      if (!name.matches("[A-Za-z0-9][A-Za-z0-9-]{0,59}"))
        throw new IllegalArgumentException(
            "tandem.content.sources: '" + name + "' is no name of letters, digits and hyphens");
  }
}
