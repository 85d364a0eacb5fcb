/**
 * The server's side of reading files. {@code IsolatedTextExtractor} lends each file to one of a few
 * {@code WorkerProcess}es, which live for many files and are replaced after a crash, after a
 * timeout, when they grow too large, and after a number of files.
 */
@NullMarked
package dev.tandem.library.extraction.isolation;

import org.jspecify.annotations.NullMarked;
