package dev.tandem.recommendation;

import dev.tandem.library.AssetId;
import java.util.List;
import java.util.Set;

/**
 * What was gathered for one request.
 *
 * @param brought those of the list that nothing but a rule of marketing brings in
 * @param average a spread of the whole library, to compare the candidates with
 * @param degraded true when a source did not answer
 */
record Candidates(
    List<Candidate> list, Set<AssetId> brought, List<Candidate> average, boolean degraded) {
  Candidates {
    list = List.copyOf(list);
    brought = Set.copyOf(brought);
    average = List.copyOf(average);
  }
}
