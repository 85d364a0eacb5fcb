/**
 * From a file to its text, page by page. {@link TextExtractor} is the only entrance; {@code
 * isolation} keeps the server safe by handing every file to a child process, and {@code worker} is
 * what runs in that child: detection of the real format, one reader for each family of formats, the
 * picture of the first page. Nothing here knows what an asset is, and nothing outside imports Tika,
 * POI, PDFBox or jsoup.
 */
@NullMarked
package dev.tandem.library.extraction;

import org.jspecify.annotations.NullMarked;
