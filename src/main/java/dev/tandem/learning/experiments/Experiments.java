package dev.tandem.learning.experiments;

import dev.tandem.feedback.FeedbackEvent.Surface;
import dev.tandem.identity.UserId;
import dev.tandem.learning.RankingModels;
import dev.tandem.learning.Rival;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/**
 * Says what orders a slate. Lots are drawn by hashing, so that the same rep sees the same thing all
 * day: the prior or not by rep and day; two models in turn, or something new at one place, by rep,
 * day and deal, or by the first letters of the words, which stay as one types on.
 */
@Service
@EnableConfigurationProperties(ExperimentSettings.class)
public class Experiments {
  private static final int FIRST_LETTERS = 2;

  private final RankingModels models;
  private final Predicate<Rival> settled;
  private final ExperimentSettings settings;
  private final Lottery lottery;
  private final Clock clock;

  @Autowired
  Experiments(RankingModels models, LiveResults results, ExperimentSettings settings, Clock clock) {
    this(models, results::settled, settings, clock, Lottery.hashed("tandem"));
  }

  /**
   * @param settled whether a comparison has come to its end
   */
  public Experiments(
      RankingModels models,
      Predicate<Rival> settled,
      ExperimentSettings settings,
      Clock clock,
      Lottery lottery) {
    this.models = models;
    this.settled = settled;
    this.settings = settings;
    this.clock = clock;
    this.lottery = lottery;
  }

  /**
   * @param deal its id, null without one
   * @param words what the rep typed so far, may be empty
   */
  public Arm arm(UserId rep, Surface surface, @Nullable String deal, String words) {
    var inUse = models.inUse();
    // a program that asks may be showing it to anybody, or be measuring
    if (!settings.enabled() || surface == Surface.API) return new Arm.Plain(inUse, null);
    var repsDay = rep.value() + '\n' + LocalDate.now(clock);
    if (models.learned().isPresent() && lottery.draw("holdout", repsDay) < settings.holdout())
      return new Arm.Plain(models.prior(), ArmName.HOLDOUT + inUse.version());
    var occasion = repsDay + '\n' + (deal == null ? "" : deal) + '\n' + firstLetters(words);
    var rival =
        models
            .rival()
            .filter(each -> !each.model().version().equals(inUse.version()))
            .filter(each -> !settled.test(each))
            .orElse(null);
    if (rival != null) {
      var pair = inUse.version() + ' ' + rival.model().version();
      if (lottery.draw("interleave " + pair, occasion) < share(rival))
        return new Arm.Interleaved(
            inUse, rival.model(), lottery.draw("coins " + pair, occasion + surface));
    }
    if (settings.exploration() == 0) return new Arm.Plain(inUse, ArmName.IN_USE);
    return new Arm.Exploring(
        inUse, settings.exploration(), lottery.draw("explore", occasion + surface));
  }

  private double share(Rival rival) {
    return rival.canary() ? settings.canary() : settings.interleaving();
  }

  private static String firstLetters(String words) {
    var text = words.strip().toLowerCase(Locale.ROOT);
    return text.substring(
        0,
        text.offsetByCodePoints(0, Math.min(FIRST_LETTERS, text.codePointCount(0, text.length()))));
  }
}
