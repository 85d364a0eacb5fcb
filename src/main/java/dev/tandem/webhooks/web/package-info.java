/** Webhooks over HTTP. */
@NullMarked
package dev.tandem.webhooks.web;

import org.jspecify.annotations.NullMarked;
