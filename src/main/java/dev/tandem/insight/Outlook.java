package dev.tandem.insight;

import dev.tandem.deals.Opportunity;
import dev.tandem.insight.UnusedReport.Stuck;
import dev.tandem.library.Asset;
import dev.tandem.library.Label;
import dev.tandem.library.LifecycleState;
import dev.tandem.shared.ui.Formats;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What there is to do for an asset among the open deals, and what in its labels speaks against it.
 */
final class Outlook {
  private static final int LOW = 6;

  private final Map<JourneyStage, List<Opportunity>> byStage;
  private final List<Opportunity> open;
  private final Map<Dimension, Set<Term>> wanted = new EnumMap<>(Dimension.class);
  private final LocalDate today;

  Outlook(Map<JourneyStage, List<Opportunity>> byStage, List<Opportunity> open, LocalDate today) {
    this.byStage = byStage;
    this.open = open;
    this.today = today;
    for (var dimension : Dimension.values()) wanted.put(dimension, new HashSet<>());
    for (var deal : open) {
      add(Dimension.PERSONA, deal.personas());
      add(Dimension.COMPETITOR, deal.competitors());
      add(Dimension.PRODUCT, deal.products());
      if (deal.industry() != null) add(Dimension.INDUSTRY, List.of(deal.industry()));
      if (deal.region() != null) add(Dimension.REGION, List.of(deal.region()));
    }
  }

  private void add(Dimension dimension, List<Term> terms) {
    wanted.getOrDefault(dimension, new HashSet<>()).addAll(terms);
  }

  /**
   * @param position the middle one it was seen at, or NaN
   */
  List<String> why(Asset asset, Stuck stuck, long served, double position) {
    var why = new ArrayList<String>();
    if (stuck == Stuck.NEVER_RECOMMENDED) {
      if (asset.stages().isEmpty()) why.add("It has no stage of the journey.");
      else if (!open.isEmpty()
          && asset.stages().stream().allMatch(stage -> deals(stage.value()) == 0))
        why.add("No open deal is at its stage (" + names(asset.stages()) + ").");
      for (var dimension : Dimension.values()) unwanted(asset, dimension, why);
    }
    if (stuck == Stuck.NEVER_OPENED && position >= LOW)
      why.add("It mostly stood low on the lists, at position " + Math.round(position) + ".");
    if (stuck == Stuck.NEVER_OPENED && Double.isNaN(position) && served > 0)
      why.add(
          "It stood on "
              + Formats.count(served, "list", "lists")
              + " but nobody looked so far down.");
    if (asset.stateOn(today) == LifecycleState.DUE_FOR_REVIEW)
      why.add(
          "Its review is overdue since "
              + Formats.day(java.util.Objects.requireNonNull(asset.reviewBy()))
              + ".");
    long inferred = inferred(asset);
    if (inferred > 0)
      why.add(
          Formats.count(inferred, "label is", "labels are")
              + " inferred; nobody has confirmed them.");
    if (!asset.hasFile() && asset.url() == null) why.add("It has neither a file nor an address.");
    return why;
  }

  private void unwanted(Asset asset, Dimension dimension, List<String> why) {
    var terms = asset.terms(dimension);
    var known = wanted.getOrDefault(dimension, Set.of());
    if (terms.isEmpty() || open.isEmpty()) return;
    if (terms.stream().noneMatch(label -> known.contains(label.value())))
      why.add(
          "No open deal names its "
              + dimension.name().toLowerCase(Locale.ROOT)
              + " ("
              + terms.stream()
                  .map(label -> label.value().label())
                  .limit(3)
                  .collect(Collectors.joining(", "))
              + ").");
  }

  private int deals(JourneyStage stage) {
    return byStage.getOrDefault(stage, List.of()).size();
  }

  private static String names(List<Label<JourneyStage>> stages) {
    return stages.stream().map(stage -> stage.value().label()).collect(Collectors.joining(", "));
  }

  private static long inferred(Asset asset) {
    return asset.stages().stream().filter(Label::isInferred).count()
        + asset.terms().stream().filter(Label::isInferred).count()
        + (asset.type().isInferred() ? 1 : 0);
  }
}
