package dev.tandem.insight;

import dev.tandem.insight.DealPaths.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Repository;

/** Which content was used on deals. */
@Repository
public class DealContent {
  private final DealPaths paths;

  DealContent(DealPaths paths) {
    this.paths = paths;
  }

  /**
   * The assets used on each of the deals, the most used first; deals without a use are left out.
   */
  public Map<String, List<String>> mostUsed(Collection<String> deals) {
    var used = paths.used(deals);
    var found = new HashMap<String, List<String>>();
    for (var path : used.paths())
      found.put(
          path.deal(),
          mostUsedFirst(path).mapToObj(at -> used.names().name(path.assets()[at])).toList());
    return found;
  }

  private static IntStream mostUsedFirst(Path path) {
    return IntStream.range(0, path.assets().length)
        .boxed()
        .sorted(Comparator.comparingInt((Integer at) -> path.uses()[at]).reversed())
        .mapToInt(at -> at);
  }
}
