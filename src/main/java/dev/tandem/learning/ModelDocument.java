package dev.tandem.learning;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A learned model as data. All estimates are log-odds that a shown and examined item is used.
 *
 * @param format of this document, see {@link #FORMAT}
 * @param schemaVersion of the features it was trained on
 * @param prior the version of the model it starts from
 * @param temperature what one point of the prior's score is worth in log-odds
 * @param features by feature, what is added to {@code temperature × the prior's weight}; also by
 *     {@link FeatureCross}
 * @param featuresByStage by stage and feature, what is added there beyond that
 * @param assets by id
 * @param types by content type id; counts towards {@link LearnedEffect#TYPE_AT_STAGE}
 * @param typesByStage {@code type@stage}
 * @param typesByIndustry {@code type@industry}
 * @param typesByPersona {@code type@persona}
 * @param examination by surface, log of how much is looked at a position against the first, from 1
 *     on, the last one for all behind it
 * @param priorWeights by feature, what the expert said when it was trained; null in models of
 *     format 1
 * @param kinship what was learned of near texts and authors; null where that predicted nothing, and
 *     in models of format 1
 * @param tastes what reps and teams prefer; null where that predicted nothing, and in models of
 *     format 1
 * @param heldOut how well it did on what it had not seen; null where that was not kept, as in
 *     models of earlier versions
 */
public record ModelDocument(
    int format,
    String version,
    int schemaVersion,
    String prior,
    Trained trained,
    Estimate temperature,
    Map<String, Estimate> features,
    Map<String, Map<String, Estimate>> featuresByStage,
    Map<String, Estimate> assets,
    Map<String, Estimate> types,
    Map<String, Estimate> typesByStage,
    Map<String, Estimate> typesByIndustry,
    Map<String, Estimate> typesByPersona,
    Map<String, List<Estimate>> examination,
    @Nullable Map<String, Double> priorWeights,
    @Nullable Kinship kinship,
    @Nullable Tastes tastes,
    @Nullable HeldOut heldOut) {
  /**
   * Since 2 there are the prior's weights, kinship and tastes; since 3 attention is a share of
   * looks, where it was the odds of use before.
   */
  public static final int FORMAT = 3;

  /** Documents from this format on can be read. */
  static final int OLDEST_FORMAT = 1;

  /** Attention by surface as {@link #examination} tells it; empty in documents of before. */
  public Map<String, List<Estimate>> attention() {
    return format < 3 ? Map.of() : examination;
  }

  /** Of features and groups alone, and of which nobody knows yet how well it does. */
  public ModelDocument(
      int format,
      String version,
      int schemaVersion,
      String prior,
      Trained trained,
      Estimate temperature,
      Map<String, Estimate> features,
      Map<String, Map<String, Estimate>> featuresByStage,
      Map<String, Estimate> assets,
      Map<String, Estimate> types,
      Map<String, Estimate> typesByStage,
      Map<String, Estimate> typesByIndustry,
      Map<String, Estimate> typesByPersona,
      Map<String, List<Estimate>> examination) {
    this(
        format,
        version,
        schemaVersion,
        prior,
        trained,
        temperature,
        features,
        featuresByStage,
        assets,
        types,
        typesByStage,
        typesByIndustry,
        typesByPersona,
        examination,
        null,
        null,
        null,
        null);
  }

  /**
   * @param near by asset id, what its text is worth to itself and to those near it, see {@link Kin}
   * @param authors by {@link PersonKey}
   */
  public record Kinship(Map<String, Estimate> near, Map<String, Estimate> authors) {}

  /**
   * @param reps {@code type@rep}, by {@link PersonKey}
   * @param teams {@code type@team}
   * @param members the team of each of these reps that has one
   */
  public record Tastes(
      Map<String, Estimate> reps, Map<String, Estimate> teams, Map<String, String> members) {

    /** Of these reps alone. */
    Tastes of(Predicate<String> kept) {
      var stay = new TreeMap<>(reps);
      stay.keySet().removeIf(key -> !kept.test(key.substring(key.indexOf('@') + 1)));
      var left = new TreeMap<>(members);
      left.keySet().removeIf(rep -> !kept.test(rep));
      return new Tastes(stay, teams, left);
    }
  }

  /**
   * What it was trained on and how.
   *
   * @param from, to when the first and the last of its sessions were served
   * @param lastSequence place of the last one in the log
   * @param used how many of the items were opened or more
   * @param shrinkage standard deviations that effects were held to
   * @param observed the share of its sessions whose slates were chosen by features that the log
   *     holds, in [0, 1]; null in models of earlier versions
   */
  public record Trained(
      Instant at,
      Instant from,
      Instant to,
      long lastSequence,
      int sessions,
      int items,
      int used,
      Map<String, Double> shrinkage,
      @Nullable Double observed) {}

  /** The same model under another name. */
  public ModelDocument named(String newVersion) {
    return copy(newVersion, priorWeights, kinship, tastes, heldOut);
  }

  /** The same model with what it learned of near texts and authors. */
  public ModelDocument with(@Nullable Kinship learned) {
    return copy(version, priorWeights, learned, tastes, heldOut);
  }

  /** The same model with what reps and teams prefer. */
  public ModelDocument with(@Nullable Tastes preferred) {
    return copy(version, priorWeights, kinship, preferred, heldOut);
  }

  /** The same model with the preferences of these reps alone, by {@link PersonKey}. */
  ModelDocument withTastesOf(Predicate<String> reps) {
    return tastes == null ? this : with(tastes.of(reps));
  }

  /** The same model with what the expert said when it was trained. */
  public ModelDocument around(Map<String, Double> weights) {
    return copy(version, weights, kinship, tastes, heldOut);
  }

  /** The same model with how well it did. */
  public ModelDocument tested(HeldOut result) {
    return copy(version, priorWeights, kinship, tastes, result);
  }

  private ModelDocument copy(
      String newVersion,
      @Nullable Map<String, Double> weights,
      @Nullable Kinship learned,
      @Nullable Tastes preferred,
      @Nullable HeldOut result) {
    return new ModelDocument(
        format,
        newVersion,
        schemaVersion,
        prior,
        trained,
        temperature,
        features,
        featuresByStage,
        assets,
        types,
        typesByStage,
        typesByIndustry,
        typesByPersona,
        examination,
        weights,
        learned,
        preferred,
        result);
  }
}
