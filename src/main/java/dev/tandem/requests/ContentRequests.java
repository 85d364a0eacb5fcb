package dev.tandem.requests;

import dev.tandem.identity.UserId;
import java.util.List;
import java.util.Optional;

/** Everything that marketing was asked for. */
public interface ContentRequests {

  /**
   * Notes a wish, routes it to the owner of its kind of content and gives it the days of the
   * service level; all of it is on disk when this returns. Asking again for the same while it is
   * open answers with the first request.
   */
  ContentRequest ask(UserId asker, ContentRequest.Wish wish);

  Optional<ContentRequest> find(long id);

  /** All of them: what is due first comes first; closed ones behind, the latest change first. */
  List<ContentRequest> list(RequestFilter filter);

  /**
   * Some of {@link #list}, in its order.
   *
   * @param offset how many come before, from 0
   * @param limit how many at most, from 1
   */
  Page page(RequestFilter filter, int offset, int limit);

  /**
   * @param total how many there are with those before and behind
   */
  record Page(long total, List<ContentRequest> items) {
    public Page {
      items = List.copyOf(items);
    }
  }

  long countOpen();

  /** Makes a move; everyone who asked is told. */
  MoveOutcome move(long id, RequestMove move, UserId by);

  /** Oldest first. */
  List<RequestStep> history(long id);
}
