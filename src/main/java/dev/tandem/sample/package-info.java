/**
 * Fills an empty home with the sample company, so that a newcomer sees Tandem at work. Its files
 * flow {@code SampleFolder → ShiftedFiles} (every date moved, so that the sample ends today) into
 * the importers that everybody uses, and a {@link dev.tandem.shell.ShellNotice} says that all of it
 * is synthetic. Nobody depends on it.
 */
@ApplicationModule(
    allowedDependencies = {
      "library",
      "library :: intake",
      "deals",
      "feedback",
      "requests",
      "recommendation",
      "recommendation :: evaluation",
      "learning",
      "messages",
      "taxonomy",
      "identity",
      "shell",
      "shared",
      "database"
    })
@NullMarked
package dev.tandem.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
