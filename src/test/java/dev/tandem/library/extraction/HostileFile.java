package dev.tandem.library.extraction;

import dev.tandem.library.extraction.ExtractionOutcome.Reason;
import java.nio.file.Path;
import java.util.Set;

/**
 * A file made to do harm, or broken as files are in real life.
 *
 * @param mayBeRead whether a text is a right answer
 * @param reasons the refusals that are right answers
 */
public record HostileFile(Path path, boolean mayBeRead, Set<Reason> reasons) {

  static HostileFile readable(Path path) {
    return new HostileFile(path, true, Set.of());
  }

  static HostileFile refused(Path path, Reason... reasons) {
    return new HostileFile(path, false, Set.of(reasons));
  }

  static HostileFile either(Path path, Reason... reasons) {
    return new HostileFile(path, true, Set.of(reasons));
  }
}
