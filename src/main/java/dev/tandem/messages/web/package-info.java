/** A person's messages over HTTP. */
@NullMarked
package dev.tandem.messages.web;

import org.jspecify.annotations.NullMarked;
