/** The alignment pack over HTTP. */
@NullMarked
package dev.tandem.insight.alignment.web;

import org.jspecify.annotations.NullMarked;
