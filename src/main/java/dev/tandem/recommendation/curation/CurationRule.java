package dev.tandem.recommendation.curation;

import dev.tandem.identity.UserId;
import dev.tandem.library.AssetId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One decision of marketing about one asset. It is never changed: another one takes its place.
 *
 * @param madeBy, madeAt who decided it, and when
 * @param ended who took it back or replaced it, null while nobody did
 * @param replaces the rule whose place it took, or null
 * @param logSequence place of the feedback log at that moment
 */
public record CurationRule(
    long id,
    Wanted wanted,
    UserId madeBy,
    Instant madeAt,
    @Nullable Ended ended,
    @Nullable Long replaces,
    long logSequence) {

  /** What is done with the asset. */
  public enum Kind {
    /** First of what may be shown. */
    PIN("pinned", "Pinned"),
    /** Further up, by points. */
    BOOST("boosted", "Moved up"),
    /** Further down, by points. */
    BURY("buried", "Moved down");

    private final String code;
    private final String done;

    Kind(String code, String done) {
      this.code = code;
      this.done = done;
    }

    /** The name in files and JSON. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The code of the reason on an item on which such a rule acted. */
    public String code() {
      return code;
    }

    /** For people, in the past tense. */
    public String done() {
      return done;
    }

    public static Optional<Kind> parse(String text) {
      var wanted = text.strip().toLowerCase(Locale.ROOT);
      return Stream.of(values()).filter(kind -> kind.id().equals(wanted)).findFirst();
    }
  }

  public record Ended(UserId by, Instant at) {}

  /**
   * What somebody decides.
   *
   * @param points by which the score changes, {@link #LEAST_POINTS} to {@link #MOST_POINTS}; a
   *     difference of 1 is one that a seller would notice. 0 for a pin
   * @param from, until days, both included, at most a year apart
   * @param reason that reps get to see, 3 to {@value #LONGEST_REASON} characters
   */
  public record Wanted(
      AssetId asset,
      Kind kind,
      double points,
      Segment segment,
      LocalDate from,
      LocalDate until,
      String reason) {
    public static final double LEAST_POINTS = 0.1, MOST_POINTS = 2;
    public static final int LONGEST_REASON = 200;

    public Wanted {
      reason = reason.strip().replaceAll("\\p{Cntrl}+", " ");
      if (kind == Kind.PIN) points = 0;
      else if (!(points >= LEAST_POINTS && points <= MOST_POINTS))
        throw new IllegalArgumentException(
            "points: from %s to %.0f, got %s".formatted(LEAST_POINTS, MOST_POINTS, points));
      if (until.isBefore(from))
        throw new IllegalArgumentException("until: " + until + " lies before " + from);
      if (until.isAfter(from.plusYears(1)))
        throw new IllegalArgumentException("until: at most a year after " + from);
      if (reason.length() < 3 || reason.length() > LONGEST_REASON)
        throw new IllegalArgumentException("reason: 3 to 200 characters; reps read it");
    }

    /** What is added to the score. */
    public double shift() {
      return kind == Kind.BURY ? -points : points;
    }

    Wanted about(AssetId other) {
      return new Wanted(other, kind, points, segment, from, until, reason);
    }

    boolean overlaps(Wanted other) {
      return !from.isAfter(other.until) && !other.from.isAfter(until);
    }
  }

  /** The same decision where its asset was merged into another: it acts on what was kept. */
  CurationRule about(AssetId kept) {
    return kept.equals(wanted.asset())
        ? this
        : new CurationRule(id, wanted.about(kept), madeBy, madeAt, ended, replaces, logSequence);
  }

  public boolean holdsOn(LocalDate day) {
    return ended == null && !day.isBefore(wanted.from()) && !day.isAfter(wanted.until());
  }

  /** Taken back, replaced, or its time is over. */
  public boolean isOver(LocalDate today) {
    return ended != null || today.isAfter(wanted.until());
  }
}
