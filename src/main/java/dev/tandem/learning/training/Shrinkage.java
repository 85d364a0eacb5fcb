package dev.tandem.learning.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How far learned numbers may stray from the prior: standard deviations of Gaussian priors around
 * it, in log-odds.
 *
 * @param features of what is added to a feature's weight
 * @param stages of what is added to it at one stage
 * @param groups of the effects of assets, types, and types by stage, industry and persona
 * @param crosses of two features at once
 * @param kin of what texts and authors have in common
 * @param tastes of what a rep or a team prefers beyond everybody else
 * @param lately of what an asset has been worth lately beyond what it was all the time
 */
public record Shrinkage(
    double features,
    double stages,
    double groups,
    double crosses,
    double kin,
    double tastes,
    double lately) {
  /** So tight that it cannot matter. */
  private static final double NONE = 0.01;

  /** From "nearly the prior" to "nearly free"; which one fits is found out on the log. */
  static final List<Shrinkage> CANDIDATES =
      List.of(
          new Shrinkage(0.1, 0.05, 0.15),
          new Shrinkage(0.25, 0.1, 0.35),
          new Shrinkage(0.5, 0.2, 0.6),
          new Shrinkage(1, 0.4, 1));

  /** Of single features and groups alone. */
  public Shrinkage(double features, double stages, double groups) {
    this(features, stages, groups, NONE, NONE, NONE, NONE);
  }

  Shrinkage withFeatures(double factor) {
    return new Shrinkage(features * factor, stages * factor, groups, crosses, kin, tastes, lately);
  }

  Shrinkage withGroups(double factor) {
    return new Shrinkage(features, stages, groups * factor, crosses, kin, tastes, lately);
  }

  Shrinkage withCrosses(double deviation) {
    return new Shrinkage(features, stages, groups, deviation, kin, tastes, lately);
  }

  Shrinkage withKin(double deviation) {
    return new Shrinkage(features, stages, groups, crosses, deviation, tastes, lately);
  }

  Shrinkage withTastes(double deviation) {
    return new Shrinkage(features, stages, groups, crosses, kin, deviation, lately);
  }

  Shrinkage withLately(double deviation) {
    return new Shrinkage(features, stages, groups, crosses, kin, tastes, deviation);
  }

  /** The same, of an asset's worth at all times alone. */
  Shrinkage steady() {
    return withLately(NONE);
  }

  boolean drifting() {
    return lately > NONE;
  }

  boolean tasting() {
    return tastes > NONE;
  }

  boolean kinship() {
    return kin > NONE;
  }

  boolean crossing() {
    return crosses > NONE;
  }

  double of(Column.Kind kind) {
    return switch (kind) {
      case INTERCEPT -> 5;
      case TEMPERATURE -> 0.5;
      case FEATURE -> features;
      case FEATURE_BY_STAGE -> stages;
      case CROSS -> crosses;
      case ASSET_LATELY -> lately;
      case NEAR_TEXT, AUTHOR -> kin;
      case TYPE_FOR_REP, TYPE_FOR_TEAM -> tastes;
      case ASSET, TYPE, TYPE_AT_STAGE -> groups;
      // one of many beside the others: kept nearer to none
      case TYPE_IN_INDUSTRY, TYPE_FOR_PERSONA -> groups / 2;
      case POSITION -> 0.5;
      case SURFACE -> 1;
      case REP -> 0.7;
    };
  }

  /** As {@link #named} wrote it. */
  static Shrinkage of(Map<String, Double> named) {
    return new Shrinkage(
        Objects.requireNonNull(named.get("features")),
        Objects.requireNonNull(named.get("stages")),
        Objects.requireNonNull(named.get("groups")),
        named.getOrDefault("crosses", 0.0),
        named.getOrDefault("kin", 0.0),
        named.getOrDefault("tastes", 0.0),
        named.getOrDefault("lately", 0.0));
  }

  Map<String, Double> named() {
    var named = new LinkedHashMap<String, Double>();
    named.put("features", features);
    named.put("stages", stages);
    named.put("groups", groups);
    named.put("crosses", crosses);
    named.put("kin", kin);
    named.put("tastes", tastes);
    named.put("lately", lately);
    return named;
  }
}
