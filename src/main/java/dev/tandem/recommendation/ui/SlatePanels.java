package dev.tandem.recommendation.ui;

import org.springframework.stereotype.Component;

/** Makes panels for views. */
@Component
public class SlatePanels {
  private final SlateActions actions;

  SlatePanels(SlateActions actions) {
    this.actions = actions;
  }

  public SlatePanel panel() {
    return new SlatePanel(actions);
  }
}
