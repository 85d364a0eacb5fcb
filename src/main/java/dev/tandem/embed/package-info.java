/**
 * Tandem inside the CRM: one light page beside the deal, without a session or a cookie. What the
 * CRM signed about user and deal ({@code context}), an API token or a sign-in is exchanged for a
 * short-lived token of our own, bound to user, deal and surface; the page shows the slate for it
 * and sends back what the rep does. Nobody depends on this module.
 */
@ApplicationModule(
    allowedDependencies = {
      "recommendation",
      "recommendation :: web",
      "search",
      "requests",
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
