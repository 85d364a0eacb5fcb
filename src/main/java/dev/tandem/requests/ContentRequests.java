package dev.tandem.requests;

import dev.tandem.identity.UserId;
import java.util.List;

/** Everything that marketing was asked for. */
public interface ContentRequests {

  /**
   * Notes a wish; it is on disk when this returns. Asking again for the same while it is open
   * answers with the first request.
   */
  ContentRequest ask(UserId asker, ContentRequest.Wish wish);

  /** Open ones, the oldest first, or done ones, the latest first; at most 500. */
  List<ContentRequest> list(boolean open);

  long countOpen();

  void markDone(long id, UserId by);

  void reopen(long id);
}
