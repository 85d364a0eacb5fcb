package dev.tandem.learning.ui;

import com.vaadin.flow.component.Component;
import dev.tandem.feedback.AssetEvidence;
import dev.tandem.learning.LearnedModel;
import dev.tandem.learning.RankingModel;
import dev.tandem.library.Assets;
import java.util.ArrayList;
import java.util.List;

/** What a model believes and how well it does, in panels; each number with how sure it is. */
record Beliefs(Assets assets, AssetEvidence evidence, RankingModel prior) {

  List<Component> of(RankingModel model) {
    var panels = new ArrayList<Component>();
    if (model instanceof LearnedModel learned)
      panels.add(HeldOutPanels.curve(learned.document().heldOut()));
    panels.add(StageTypePanel.of(prior, model));
    if (!(model instanceof LearnedModel learned)) return panels;
    var document = learned.document();
    panels.add(ExpertGapsPanel.of(document, assets, evidence));
    panels.add(PreferencesPanel.of(document));
    panels.add(AttentionPanel.of(document));
    panels.add(HeldOutPanels.calibration(document.heldOut()));
    return panels;
  }
}
