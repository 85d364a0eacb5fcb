package dev.tandem.feedback;

import dev.tandem.deals.OpportunityId;
import dev.tandem.identity.UserId;
import dev.tandem.library.AssetId;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What reps gave to buyers, and what buyers did with it; whatever was taken back is left out. */
public interface Shares {

  /** What a deal's buyer was sent, newest first. */
  List<Sent> onDeal(OpportunityId deal);

  /**
   * What a rep sent, newest first.
   *
   * @param limit 1 to 1,000
   */
  List<Sent> by(UserId rep, int limit);

  /** What stands behind a share's id; empty for an unknown one or one that was taken back. */
  Optional<Link> link(String id);

  /** The key of the event by which a link was sent. */
  static String sentKey(String id) {
    return "share:" + id;
  }

  /** The key of the event by which a link was copied, to be passed on by the rep's own means. */
  static String copiedKey(String id) {
    return "copy:" + id;
  }

  /** A new id that nobody can guess: 128 random bits, 22 characters that are safe in a URL. */
  static String newId() {
    var bytes = new byte[16];
    Random.SECURE.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * One asset that a buyer was given.
   *
   * @param copied its link was copied rather than sent from here
   * @param viewers how many visits there were; one person may visit twice
   * @param seconds how long these lasted altogether
   * @param viewedAt the newest visit, or null
   */
  record Sent(
      AssetId asset,
      @Nullable OpportunityId deal,
      UserId rep,
      Instant at,
      boolean copied,
      long viewers,
      double seconds,
      @Nullable Instant viewedAt) {}

  record Link(String id, AssetId asset, Instant at) {}

  /** Started once, since seeding may take a while. */
  final class Random {
    private static final SecureRandom SECURE = new SecureRandom();

    private Random() {}
  }
}
