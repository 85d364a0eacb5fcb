package dev.tandem.library.extraction.worker;

import dev.tandem.library.extraction.ExtractedText;
import dev.tandem.library.extraction.ExtractionOutcome.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one request: either a text, or a reason with its message, or a picture, or nothing
 * (ready; no picture to be had).
 *
 * @param id of the request; {@link #READY} for the greeting of a worker that has started
 * @param png base64 in JSON
 */
@SuppressWarnings("ArrayRecordComponent") // travels once over a pipe and is never compared
public record WorkerReply(
    long id,
    @Nullable ExtractedText text,
    @Nullable Reason reason,
    @Nullable String message,
    byte @Nullable [] png) {

  public static final long READY = 0;

  static WorkerReply ready() {
    return new WorkerReply(READY, null, null, null, null);
  }

  static WorkerReply read(long id, ExtractedText text) {
    return new WorkerReply(id, text, null, null, null);
  }

  static WorkerReply unreadable(long id, Reason reason, String message) {
    return new WorkerReply(id, null, reason, message, null);
  }

  static WorkerReply picture(long id, byte @Nullable [] png) {
    return new WorkerReply(id, null, null, null, png);
  }
}
