package dev.tandem.insight;

import dev.tandem.deals.Opportunity;
import dev.tandem.library.Asset;
import dev.tandem.shared.Proportion;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Term;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which personas have content at which stage. An asset without a persona serves none of them here:
 * what is for everybody answers nobody's question in particular.
 *
 * @param assets how many recommendable assets each cell has
 */
record StageCoverage(Set<Term> personas, Map<Cell, Integer> assets) {

  record Cell(JourneyStage stage, Term persona) {}

  /**
   * @param deals whose personas count beside those of the assets
   */
  static StageCoverage of(Collection<Asset> library, Collection<Opportunity> deals, LocalDate day) {
    var personas = new LinkedHashSet<Term>();
    var assets = new HashMap<Cell, Integer>();
    for (var asset : library) {
      if (!asset.stateOn(day).recommendable()) continue;
      for (var persona : asset.terms(Dimension.PERSONA)) {
        personas.add(persona.value());
        for (var stage : asset.stages())
          assets.merge(new Cell(stage.value(), persona.value()), 1, Integer::sum);
      }
    }
    for (var deal : deals) personas.addAll(deal.personas());
    return new StageCoverage(personas, assets);
  }

  Proportion covered() {
    return new Proportion(assets.size(), (long) personas.size() * JourneyStage.values().length);
  }
}
