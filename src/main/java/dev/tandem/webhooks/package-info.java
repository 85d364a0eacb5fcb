/**
 * Tells other programs what happened: an asset was published or expired, a request was delivered, a
 * buyer looked at what was sent, a model was put to use. {@code WebhookSources} follows the other
 * modules by cursor and writes into the {@code WebhookOutbox}; {@code WebhookSender} delivers from
 * there, signed, with pauses that grow. Nobody depends on this module.
 */
@ApplicationModule(
    allowedDependencies = {
      "learning",
      "requests",
      "feedback",
      "library",
      "identity",
      "api",
      "shared",
      "database"
    })
@NullMarked
package dev.tandem.webhooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
