/** The reports over HTTP. */
@NullMarked
package dev.tandem.insight.web;

import org.jspecify.annotations.NullMarked;
