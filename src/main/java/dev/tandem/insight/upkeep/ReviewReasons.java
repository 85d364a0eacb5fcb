package dev.tandem.insight.upkeep;

import dev.tandem.insight.upkeep.ReviewReason.Kind;
import dev.tandem.insight.upkeep.UseCounts.Complaint;
import dev.tandem.insight.upkeep.UseCounts.Uses;
import dev.tandem.library.Asset;
import dev.tandem.library.Label;
import dev.tandem.shared.Proportion;
import dev.tandem.shared.ui.Formats;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.Term;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds why assets should be looked at; whatever was changed since is taken as looked at. */
@Component
class ReviewReasons {
  /** Reminders come so many days before a review is due. */
  static final int SOON_DAYS = 30;

  /** Fewer uses in the first period say nothing about a fall. */
  static final int ENOUGH_USES = 10;

  private static final int COMPLAINT_DAYS = 180;

  private final UseCounts counts;
  private final SubjectChanges changes;
  private final Clock clock;

  ReviewReasons(UseCounts counts, SubjectChanges changes, Clock clock) {
    this.counts = counts;
    this.changes = changes;
    this.clock = clock;
  }

  Map<Asset, List<ReviewReason>> of(Collection<Asset> library) {
    var now = clock.instant();
    var today = LocalDate.now(clock);
    var live =
        library.stream()
            .filter(
                asset ->
                    switch (asset.stateOn(today)) {
                      case PUBLISHED, DUE_FOR_REVIEW, EXPIRED -> true;
                      case DRAFT, ARCHIVED -> false;
                    })
            .toList();
    var uses = counts.byAsset(today);
    var complaints =
        counts.calledOutdated(now.minus(Duration.ofDays(COMPLAINT_DAYS))).stream()
            .collect(Collectors.groupingBy(Complaint::asset));
    var subjects = subjects(library);
    var found = new LinkedHashMap<Asset, List<ReviewReason>>();
    for (var asset : live) {
      var reasons = new ArrayList<ReviewReason>();
      dates(asset, today).ifPresent(reasons::add);
      outdated(asset, complaints.getOrDefault(asset.id().value(), List.of()))
          .ifPresent(reasons::add);
      subject(asset, subjects).ifPresent(reasons::add);
      fell(uses.getOrDefault(asset.id().value(), Uses.NONE)).ifPresent(reasons::add);
      reasons.sort(Comparator.comparing(ReviewReason::kind));
      if (!reasons.isEmpty()) found.put(asset, reasons);
    }
    return found;
  }

  private static Optional<ReviewReason> dates(Asset asset, LocalDate today) {
    var expires = asset.expiresOn();
    if (expires != null && !expires.isAfter(today))
      return Optional.of(
          new ReviewReason(
              Kind.EXPIRED, "expired on " + Formats.day(expires) + ": not recommended any more"));
    var review = asset.reviewBy();
    if (review != null && review.isBefore(today))
      return Optional.of(new ReviewReason(Kind.DUE, "review was due on " + Formats.day(review)));
    var first = review == null || (expires != null && expires.isBefore(review)) ? expires : review;
    if (first != null && !first.isAfter(today.plusDays(SOON_DAYS)))
      return Optional.of(
          new ReviewReason(
              Kind.SOON,
              (first.equals(review) ? "review is due on " : "expires on ") + Formats.day(first)));
    return Optional.empty();
  }

  /** What people said before the last change may have been met by it. */
  private static Optional<ReviewReason> outdated(Asset asset, List<Complaint> complaints) {
    var since = complaints.stream().filter(each -> each.at().isAfter(asset.changedAt())).toList();
    if (since.isEmpty()) return Optional.empty();
    long people = since.stream().map(Complaint::rep).distinct().count();
    var words =
        "called out of date %s by %s in %d days"
            .formatted(
                Formats.count(since.size(), "time", "times"),
                Formats.count(people, "person", "people"),
                COMPLAINT_DAYS);
    return Optional.of(new ReviewReason(Kind.CALLED_OUTDATED, words));
  }

  private record Subject(LocalDate on, String words) {}

  /** Noted changes, and release notes, which say themselves that a product changed. */
  private Map<Term, Subject> subjects(Collection<Asset> library) {
    var latest = new HashMap<Term, Subject>();
    for (var change : changes.all())
      add(latest, change.subject(), new Subject(change.on(), change.note()));
    for (var asset : library) {
      var on = asset.publishedOn();
      if (on == null || asset.type().value() != ContentType.RELEASE_NOTES) continue;
      for (Label<Term> product : asset.terms(Dimension.PRODUCT))
        add(
            latest,
            product.value(),
            new Subject(on, "release notes “" + asset.title().value() + "”"));
    }
    return latest;
  }

  private static void add(Map<Term, Subject> latest, Term term, Subject subject) {
    latest.merge(term, subject, (one, other) -> one.on().isBefore(other.on()) ? other : one);
  }

  private Optional<ReviewReason> subject(Asset asset, Map<Term, Subject> subjects) {
    if (asset.type().value() == ContentType.RELEASE_NOTES) return Optional.empty();
    var today = LocalDate.now(clock);
    for (var label : asset.terms()) {
      var subject = subjects.get(label.value());
      if (subject == null || subject.on().isAfter(today) || !changedBefore(asset, subject.on()))
        continue;
      return Optional.of(
          new ReviewReason(
              Kind.SUBJECT_CHANGED,
              "%s changed on %s: %s"
                  .formatted(label.value().label(), subject.on(), subject.words())));
    }
    return Optional.empty();
  }

  /** By the day on which it was published, where that is known, and by its last change here. */
  private static boolean changedBefore(Asset asset, LocalDate day) {
    var start = day.atStartOfDay(ZoneId.systemDefault()).toInstant();
    Instant changed = asset.changedAt();
    var published = asset.publishedOn();
    if (asset.version() == 1 && published != null && changed.equals(asset.createdAt()))
      return published.isBefore(day);
    return changed.isBefore(start);
  }

  /**
   * Of the uses in two periods of equal length, half would fall into the later one if nothing had
   * changed; below that with 95 % confidence it fell.
   */
  private static Optional<ReviewReason> fell(Uses uses) {
    if (uses.before() < ENOUGH_USES) return Optional.empty();
    var later = new Proportion(uses.recent(), uses.recent() + uses.before());
    if (later.wilson95().high() >= 0.5) return Optional.empty();
    return Optional.of(
        new ReviewReason(
            Kind.RESULTS_FELL,
            "%s in the last 90 days, %s in the 90 before"
                .formatted(
                    Formats.count(uses.recent(), "use", "uses"), Formats.count(uses.before()))));
  }
}
