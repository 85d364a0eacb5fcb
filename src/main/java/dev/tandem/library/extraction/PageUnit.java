package dev.tandem.library.extraction;

/**
 * What the pages of a text are, so that a hit can be named: page 4, slide 4, the sheet "Prices".
 */
public enum PageUnit {
  /** Pages as printed. */
  PAGE,
  SLIDE,
  SHEET,
  /** Chapters by their headings, where a format has no pages; the title is the heading. */
  SECTION,
  /** A stretch of speech; the title is its start and end, {@code 05:00–10:00}. */
  TIME,
  /** The whole file is one page. */
  WHOLE
}
