/**
 * What marketing gets back: use, reach and results of content, from a read model of its own that is
 * rebuilt from the feedback log at any time.
 */
@ApplicationModule(
    allowedDependencies = {
      "library",
      "library::ui",
      "deals",
      "deals :: ui",
      "feedback",
      "requests",
      "learning",
      "learning :: experiments",
      "messages",
      "identity",
      "taxonomy",
      "shared",
      "database"
    })
@NullMarked
package dev.tandem.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
