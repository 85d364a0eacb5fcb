package dev.tandem.recommendation.ui;

import dev.tandem.recommendation.Recommender;
import org.springframework.stereotype.Component;

/** Makes panels for views. */
@Component
public class SlatePanels {
  private final SlateActions actions;
  private final Recommender recommender;

  SlatePanels(SlateActions actions, Recommender recommender) {
    this.actions = actions;
    this.recommender = recommender;
  }

  public SlatePanel panel() {
    return new SlatePanel(actions, recommender);
  }
}
