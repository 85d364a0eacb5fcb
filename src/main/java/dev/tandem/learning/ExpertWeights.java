package dev.tandem.learning;

import java.util.Map;

/** What people decided about the expert's weights. */
public interface ExpertWeights {

  /** By how much each feature's weight is multiplied; 1 is left out. Quick: asked often. */
  Map<RankingFeature, Double> factors();
}
