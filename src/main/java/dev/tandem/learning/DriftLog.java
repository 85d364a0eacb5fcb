package dev.tandem.learning;

import java.util.List;

/** Week by week, how well the model in use predicted what came. */
public interface DriftLog {

  /** Keeps weeks; what is known of more sessions of the same week and model stays. */
  void record(List<DriftWeek> weeks);

  /** The newest weeks, the oldest of them first. */
  List<DriftWeek> weeks(int most);
}
