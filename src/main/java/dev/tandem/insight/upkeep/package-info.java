/**
 * Keeps the library alive: what should be reviewed and why, what may be retired and what would be
 * lost with it, which of several near copies is the best, and who is reminded of it.
 */
@NullMarked
package dev.tandem.insight.upkeep;

import org.jspecify.annotations.NullMarked;
