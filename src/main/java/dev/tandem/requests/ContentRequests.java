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

  /** What is due first comes first; closed ones behind, the latest change first; at most 500. */
  List<ContentRequest> list(RequestFilter filter);

  long countOpen();

  /** Makes a move; everyone who asked is told. */
  MoveOutcome move(long id, RequestMove move, UserId by);

  /** Oldest first. */
  List<RequestStep> history(long id);
}
