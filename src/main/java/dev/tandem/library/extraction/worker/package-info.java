/**
 * The child process that reads untrusted files. {@link WorkerMain} takes {@link WorkerRequest}s as
 * {@link Frames} from stdin and answers with {@link WorkerReply}s on stdout. {@code FileReading}
 * finds the real format and the reader for it; a reader fills a {@code Draft}, which cleans the
 * text, keeps the page boundaries and stops at the limit.
 */
@NullMarked
package dev.tandem.library.extraction.worker;

import org.jspecify.annotations.NullMarked;
