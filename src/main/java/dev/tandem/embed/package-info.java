/** Tandem inside the CRM: a light page beside the deal, with a short-lived token and no session. */
@ApplicationModule(
    allowedDependencies = {
      "recommendation",
      "search",
      "library",
      "deals",
      "feedback",
      "identity",
      "taxonomy",
      "shared",
      "database"
    })
@NullMarked
package dev.tandem.embed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
