package dev.tandem.requests;

import dev.tandem.identity.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which requests to list; null or empty leaves a criterion open.
 *
 * @param askedBefore, askedFrom bounds of the moment of asking, from inclusive
 */
public record RequestFilter(
    List<RequestState> states,
    @Nullable UserId asker,
    @Nullable UserId owner,
    @Nullable Instant askedFrom,
    @Nullable Instant askedBefore) {
  public static final RequestFilter ALL =
      new RequestFilter(RequestState.BOARD, null, null, null, null);
  public static final RequestFilter OPEN =
      new RequestFilter(RequestState.OPEN, null, null, null, null);

  public RequestFilter {
    states = List.copyOf(states);
  }

  public RequestFilter askedBy(UserId person) {
    return new RequestFilter(states, person, owner, askedFrom, askedBefore);
  }

  public RequestFilter ownedBy(UserId person) {
    return new RequestFilter(states, asker, person, askedFrom, askedBefore);
  }

  public RequestFilter in(List<RequestState> some) {
    return new RequestFilter(some, asker, owner, askedFrom, askedBefore);
  }
}
