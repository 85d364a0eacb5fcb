/** Identity over HTTP. */
@NullMarked
package dev.tandem.identity.web;

import org.jspecify.annotations.NullMarked;
