/**
 * Guesses what nobody said: type, stages, personas, industries, products, competitors, regions and
 * audience from words and structure. Transparent on purpose: every guess carries the cue it rests
 * on, the cues stand in {@code cues.yaml}, and where they are weak there is no label.
 */
@NullMarked
package dev.tandem.library.classification;

import org.jspecify.annotations.NullMarked;
