package dev.tandem.feedback;

import dev.tandem.feedback.AssetEvidence.Circle;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts deals and colleagues of one circle, each once. */
final class CircleCount {
  private final Set<String> deals = new HashSet<>();
  private final Set<String> dealsUsing = new HashSet<>();
  private final Set<String> people = new HashSet<>();
  private final Set<String> peopleUsing = new HashSet<>();

  void count(Occasion occasion, AssetTrail asset, @Nullable String except) {
    boolean used = occasion.used(asset);
    var deal = occasion.deal;
    if (deal != null) {
      deals.add(deal);
      if (used) dealsUsing.add(deal);
    }
    var rep = occasion.rep;
    if (rep == null || rep.equals(except)) return;
    people.add(rep);
    if (used) peopleUsing.add(rep);
  }

  Circle circle() {
    return new Circle(deals.size(), dealsUsing.size(), people.size(), peopleUsing.size());
  }
}
