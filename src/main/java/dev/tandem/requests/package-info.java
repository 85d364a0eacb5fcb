/**
 * What reps looked for and did not find. A {@link dev.tandem.requests.ContentRequest} is asked for
 * where nothing was found, is durable before the answer, and stands in marketing's list until
 * somebody marks it as done.
 */
@ApplicationModule(
    allowedDependencies = {
      "library",
      "deals",
      "deals :: ui",
      "feedback",
      "identity",
      "taxonomy",
      "shared",
      "database"
    })
@NullMarked
package dev.tandem.requests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
