package dev.tandem.library;

/**
 * Where a label comes from, weakest first; a stronger origin is never overwritten by a weaker one.
 */
public enum LabelOrigin {
  /** Guessed from the text; shown as such until a marketer confirms it. */
  INFERRED,
  /** The file's own front matter or document properties. */
  METADATA,
  /** The manifest, the upload form or the API. */
  GIVEN,
  /** A marketer's decision; kept over re-imports. */
  CONFIRMED
}
