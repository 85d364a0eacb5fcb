/**
 * Recognises near copies by their text: {@code AssetText → TextSketch}, kept by version and
 * compared in memory.
 */
@NullMarked
package dev.tandem.library.likeness;

import org.jspecify.annotations.NullMarked;
