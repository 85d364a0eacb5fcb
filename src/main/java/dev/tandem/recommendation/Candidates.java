package dev.tandem.recommendation;

import java.util.List;

/**
 * What was gathered for one request.
 *
 * @param average a spread of the whole library, to compare the candidates with
 * @param degraded true when a source did not answer
 */
record Candidates(List<Candidate> list, List<Candidate> average, boolean degraded) {
  Candidates {
    list = List.copyOf(list);
    average = List.copyOf(average);
  }
}
