package dev.tandem.library.labelling;

import dev.tandem.library.Assets;
import dev.tandem.library.labelling.LabelModels.Kept;
import dev.tandem.library.store.LibraryStore;
import dev.tandem.library.store.StoredAsset;
import dev.tandem.taxonomy.Dimension;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
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

  private static final int PAGE = 500;

  /** The newest: what a fit takes grows with them. */
  private static final int MOST_EXAMPLES = 600;

  /** Each new model makes the whole library be looked at again, so not with every click. */
  private static final int FEWEST_NEW = 3;

  private static final double SHARE_NEW = 0.1;
  private static final Duration AT_THE_LATEST = Duration.ofMinutes(30);

  /** While fewer of the examples are read for their meaning, it waits for the others. */
  private static final double READ_ENOUGH = 0.9;

  private final LibraryStore store;
  private final Assets assets;
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
    this.store = store;
    this.assets = assets;
    this.evidence = evidence;
    this.models = models;
    this.trainer = new LabelTrainer(minimizer);
    this.clock = clock;
  }

  /**
   * @param goOn asked between assets
   * @param atOnce also where little is new
   * @return whether something is left to learn later
   */
  boolean learn(BooleanSupplier goOn, boolean atOnce) {
    boolean left = false;
    for (var entry : said().entrySet()) {
      if (!goOn.getAsBoolean()) return true;
      left |= learn(entry.getKey(), entry.getValue(), goOn, atOnce);
    }
    return left;
  }

  private boolean learn(
      Dimension dimension, List<SaidLabels> said, BooleanSupplier goOn, boolean atOnce) {
    var kept = models.newest(dimension);
    if (kept.isEmpty() && said.size() < LabelGate.FEWEST_ASSETS) return false;
    var digest = digest(said);
    if (kept.isPresent()
        && kept.get().saidDigest().equals(digest)
        && kept.get().encoder().equals(evidence.model())) return false;
    if (!atOnce && !isDue(kept, said.size())) return true;
    var chosen =
        said.stream()
            .sorted(Comparator.comparingLong(SaidLabels::revision).reversed())
            .limit(MOST_EXAMPLES)
            .toList();
    var examples = new ArrayList<LabelExample>();
    for (var each : chosen) {
      if (!goOn.getAsBoolean()) return true;
      example(each).ifPresent(examples::add);
    }
    if (examples.size() < READ_ENOUGH * chosen.size()) return true;
    var outcome = trainer.train(examples);
    models.keep(dimension, evidence.model(), said.size(), digest, outcome);
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

  private Map<Dimension, List<SaidLabels>> said() {
    var said = new EnumMap<Dimension, List<SaidLabels>>(Dimension.class);
    for (var dimension : LEARNED) said.put(dimension, new ArrayList<>());
    @Nullable StoredAsset last = null;
    List<StoredAsset> page;
    do {
      page = store.after(last == null ? null : last.asset().id(), PAGE);
      for (var stored : page) {
        last = stored;
        said.forEach((dimension, list) -> SaidLabels.of(stored, dimension).ifPresent(list::add));
      }
    } while (page.size() == PAGE);
    return said;
  }

  private static String digest(List<SaidLabels> said) {
    var words = new StringBuilder();
    said.stream().map(SaidLabels::words).sorted().forEach(each -> words.append(each).append('\n'));
    return UUID.nameUUIDFromBytes(words.toString().getBytes(StandardCharsets.UTF_8)).toString();
  }
}
