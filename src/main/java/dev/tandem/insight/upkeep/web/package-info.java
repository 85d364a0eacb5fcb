/** What the library asks for, over HTTP. */
@NullMarked
package dev.tandem.insight.upkeep.web;

import org.jspecify.annotations.NullMarked;
