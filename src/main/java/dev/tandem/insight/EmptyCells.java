package dev.tandem.insight;

import dev.tandem.deals.Opportunity;
import dev.tandem.insight.GapsReport.Gap;
import dev.tandem.insight.GapsReport.Kind;
import dev.tandem.library.Asset;
import dev.tandem.shared.ui.Formats;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Stage × persona × industry without an asset, where open deals stand. */
final class EmptyCells {
  private record Cell(JourneyStage stage, Term persona, Term industry) {}

  private record StagePersona(JourneyStage stage, Term persona) {}

  private EmptyCells() {}

  /** An asset that names no industry is for all of them. */
  static List<Gap> of(Collection<Asset> live, Map<JourneyStage, List<Opportunity>> open) {
    var forAll = new HashSet<StagePersona>();
    var filled = new HashSet<Cell>();
    var near = new HashMap<StagePersona, Integer>();
    for (var asset : live) index(asset, forAll, filled, near);
    var empty = new LinkedHashMap<Cell, List<Opportunity>>();
    open.forEach(
        (stage, deals) -> {
          for (var deal : deals) {
            if (deal.industry() == null) continue;
            for (var persona : deal.personas()) {
              var cell = new Cell(stage, persona, deal.industry());
              if (!forAll.contains(new StagePersona(stage, persona)) && !filled.contains(cell))
                empty.computeIfAbsent(cell, unknown -> new ArrayList<>()).add(deal);
            }
          }
        });
    var gaps = new ArrayList<Gap>();
    empty.forEach(
        (cell, deals) ->
            gaps.add(
                gap(
                    cell,
                    deals,
                    near.getOrDefault(new StagePersona(cell.stage(), cell.persona()), 0))));
    return gaps;
  }

  private static void index(
      Asset asset, Set<StagePersona> forAll, Set<Cell> filled, Map<StagePersona, Integer> near) {
    var industries = asset.terms(Dimension.INDUSTRY);
    for (var stage : asset.stages())
      for (var persona : asset.terms(Dimension.PERSONA)) {
        var place = new StagePersona(stage.value(), persona.value());
        near.merge(place, 1, Integer::sum);
        if (industries.isEmpty()) forAll.add(place);
        for (var industry : industries)
          filled.add(new Cell(stage.value(), persona.value(), industry.value()));
      }
  }

  private static Gap gap(Cell cell, List<Opportunity> deals, int near) {
    var stage = cell.stage().label();
    return new Gap(
        Kind.EMPTY_CELLS,
        stage + " · " + cell.persona().label() + " · " + cell.industry().label(),
        List.of(
            "no live asset for this stage, persona and industry",
            near == 0
                ? "none for this stage and persona in any industry"
                : Formats.count(near, "asset", "assets")
                    + " for this stage and persona in other industries"),
        deals.stream().map(Opportunity::id).toList(),
        GapMoney.of(deals),
        List.of(),
        "Content for "
            + cell.persona().label()
            + " in "
            + cell.industry().label()
            + " at the stage "
            + stage.toLowerCase(Locale.ROOT)
            + ".",
        cell.persona().label() + " " + cell.industry().label());
  }
}
