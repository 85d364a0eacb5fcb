/**
 * Tandem inside the CRM: one light page beside the deal, without a session or a cookie. A program
 * of the CRM (or a signed-in rep) asks for a short-lived token bound to user and deal; the page
 * shows the slate for it and sends back what the rep does. Nobody depends on this module.
 */
@ApplicationModule(
    allowedDependencies = {
      "recommendation",
      "recommendation :: web",
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
