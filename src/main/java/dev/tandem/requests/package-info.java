/**
 * What reps need from marketing. A {@link dev.tandem.requests.ContentRequest} is asked for where
 * nothing good was found, is durable before the answer, routed to its owner and promised by a
 * service level; marketing moves it on, and the feedback log proves it when what was delivered is
 * used in a deal.
 */
@ApplicationModule(
    allowedDependencies = {
      "library",
      "library :: ui",
      "deals",
      "deals :: ui",
      "search",
      "messages",
      "feedback",
      "identity",
      "api",
      "taxonomy",
      "shared",
      "database"
    })
@NullMarked
package dev.tandem.requests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
