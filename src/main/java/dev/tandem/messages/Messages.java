package dev.tandem.messages;

import dev.tandem.identity.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Tells people things and remembers what they have read. */
public interface Messages {

  /**
   * Tells each of these people.
   *
   * @param key names the occasion, 1 to 200 characters: nobody is told the same twice
   * @param words for people, cut at 1,000 characters
   * @param path where it leads in the program, or empty
   */
  void tell(Collection<UserId> people, String key, String words, String path);

  /** Likewise, of something that was at another moment than now. */
  void tell(Collection<UserId> people, String key, String words, String path, Instant at);

  /** Newest first, at most {@code limit}. */
  List<Message> of(UserId person, int limit);

  long unread(UserId person);

  /** Only the person's own; others are left alone. */
  void markRead(UserId person, long id);

  void markAllRead(UserId person);
}
