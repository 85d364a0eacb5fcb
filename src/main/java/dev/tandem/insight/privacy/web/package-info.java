/** Figures of people, and how long traces are kept, over HTTP. */
@NullMarked
package dev.tandem.insight.privacy.web;

import org.jspecify.annotations.NullMarked;
