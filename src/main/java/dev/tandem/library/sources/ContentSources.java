package dev.tandem.library.sources;

import dev.tandem.library.sources.SourceReport.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** The sources that are configured, and what is known of each. */
@Component
public class ContentSources {
  private final SourceSettings settings;
  private final Map<String, ContentSourceFactory> factories = new HashMap<>();
  private final SourceStore store;

  ContentSources(SourceSettings settings, List<ContentSourceFactory> factories, SourceStore store) {
    this.settings = settings;
    factories.forEach(factory -> this.factories.put(factory.type(), factory));
    this.store = store;
  }

  /** By name. */
  public List<String> names() {
    return List.copyOf(new TreeSet<>(settings.sources().keySet()));
  }

  /**
   * @throws IllegalArgumentException for a source that is not configured
   */
  public SourceAccess access(String name) {
    var access = settings.sources().get(name);
    if (access == null)
      throw new IllegalArgumentException(
          "no source '" + name + "' is configured; there is " + String.join(", ", names()));
    return access;
  }

  ContentSource open(String name) {
    var access = access(name);
    var factory = factories.get(access.type());
    if (factory == null)
      throw SourceFailure.refused(
          "'%s' is no kind of source; there is %s"
              .formatted(access.type(), String.join(", ", new TreeSet<>(factories.keySet()))),
          "Correct tandem.content.sources." + name + ".type.");
    return factory.open(name, access);
  }

  /** Newest first. */
  public List<SourceReport> runs(String name, int limit) {
    return store.runs(name, limit);
  }

  public List<Problem> problems(String name, int limit) {
    return store.problems(name, limit);
  }

  public long countProblems(String name) {
    return store.countProblems(name);
  }
}
