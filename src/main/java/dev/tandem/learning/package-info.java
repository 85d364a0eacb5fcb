/**
 * What ranks: named features, models that score them, and their evaluation. A {@link
 * dev.tandem.learning.FeatureVector} goes in, a score with its contributions comes out.
 */
@ApplicationModule(
    allowedDependencies = {
      "messages",
      "feedback",
      "library",
      "taxonomy",
      "identity",
      "shared",
      "database"
    })
@NullMarked
package dev.tandem.learning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
