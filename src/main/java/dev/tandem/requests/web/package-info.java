/** Requests over HTTP, for the sidebar and other programs. */
@NullMarked
package dev.tandem.requests.web;

import org.jspecify.annotations.NullMarked;
