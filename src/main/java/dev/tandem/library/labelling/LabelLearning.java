package dev.tandem.library.labelling;

import dev.tandem.library.Assets;
import dev.tandem.library.labelling.EverythingSaid.Said;
import dev.tandem.library.labelling.LabelModels.Kept;
import dev.tandem.library.store.LibraryStore;
import dev.tandem.taxonomy.Dimension;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Fits a vocabulary's model again once people have said enough that it does not know. */
@Component
class LabelLearning {
  private static final Logger LOG = LoggerFactory.getLogger(LabelLearning.class);

  /**
   * Not the rivals: a rival that a text does not name is none of it, and a wrong one does harm.
   * What is learned of them is less precise than their names (ADR-0006).
   */
  private static final List<Dimension> LEARNED =
      List.of(Dimension.PERSONA, Dimension.INDUSTRY, Dimension.PRODUCT, Dimension.REGION);

  /** Each new model makes the whole library be looked at again, so not with every click. */
  private static final int FEWEST_NEW = 3;

  private static final double SHARE_NEW = 0.1;
  private static final Duration AT_THE_LATEST = Duration.ofMinutes(30);

  /** While fewer of the examples are read for their meaning, it waits for the others. */
  private static final double READ_ENOUGH = 0.9;

  private final Assets assets;
  private final EverythingSaid said;
  private final EvidenceReader evidence;
  private final LabelModels models;
  private final LabelTrainer trainer;
  private final Clock clock;

  LabelLearning(
      LibraryStore store,
      Assets assets,
      EvidenceReader evidence,
      LabelModels models,
      LossMinimizer minimizer,
      Clock clock) {
    this.assets = assets;
    this.said = new EverythingSaid(store, LEARNED);
    this.evidence = evidence;
    this.models = models;
    this.trainer = new LabelTrainer(minimizer);
    this.clock = clock;
  }

  /** Without a model that encodes nothing can be learned, now or later. */
  boolean isPossible() {
    return evidence.isPossible();
  }

  /**
   * @param goOn asked between assets
   * @param atOnce also where little is new
   * @return whether something is left to learn later
   */
  boolean learn(BooleanSupplier goOn, boolean atOnce) {
    boolean left = false;
    for (var entry : said.at(assets.latestRevision()).entrySet()) {
      if (!goOn.getAsBoolean()) return true;
      left |= learn(entry.getKey(), entry.getValue(), goOn, atOnce);
    }
    return left;
  }

  private boolean learn(Dimension dimension, Said said, BooleanSupplier goOn, boolean atOnce) {
    var kept = models.newest(dimension);
    if (kept.isEmpty() && said.count() < LabelGate.FEWEST_ASSETS) return false;
    if (kept.isPresent()
        && kept.get().saidDigest().equals(said.digest())
        && kept.get().encoder().equals(evidence.model())) return false;
    if (!atOnce && !isDue(kept, said.count())) return true;
    var examples = new ArrayList<LabelExample>();
    double missing = (1 - READ_ENOUGH) * said.newest().size();
    for (var each : said.newest()) {
      if (!goOn.getAsBoolean() || missing < 0) return true;
      var example = example(each);
      if (example.isEmpty()) missing--;
      else examples.add(example.get());
    }
    if (missing < 0) return true;
    var outcome = trainer.train(examples);
    models.keep(dimension, evidence.model(), said.count(), said.digest(), outcome);
    LOG.info(
        "Labels of {} were learned from {} assets: log-loss {} by the cues, {} learned; {}",
        dimension.id(),
        examples.size(),
        "%.3f".formatted(outcome.gate().cuesLoss()),
        "%.3f".formatted(outcome.gate().learnedLoss()),
        outcome.model().isPresent() ? "the model is in use" : "the cues stay");
    return false;
  }

  private boolean isDue(Optional<Kept> kept, int said) {
    if (kept.isEmpty() || !kept.get().encoder().equals(evidence.model())) return true;
    int fresh = Math.abs(said - kept.get().said());
    return fresh >= Math.max(FEWEST_NEW, SHARE_NEW * kept.get().said())
        || kept.get().fittedAt().plus(AT_THE_LATEST).isBefore(clock.instant());
  }

  private Optional<LabelExample> example(SaidLabels said) {
    return assets
        .find(said.asset())
        .flatMap(asset -> evidence.read(asset, assets.text(asset.id()).orElse(null)))
        .map(read -> said.with(read.evidence()));
  }
}
