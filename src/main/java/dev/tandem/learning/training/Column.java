package dev.tandem.learning.training;

/** One number that is fitted. */
record Column(Kind kind, String name) {
  enum Kind {
    INTERCEPT,
    /** Of the score of the model that is started from. */
    TEMPERATURE,
    FEATURE,
    FEATURE_BY_STAGE,
    /** Two features at once, see {@link dev.tandem.learning.FeatureCross}. */
    CROSS,
    ASSET,
    /** What an asset has been worth lately beyond what it was all the time. */
    ASSET_LATELY,
    /** What a text is worth to itself and to those near it, see {@link dev.tandem.learning.Kin}. */
    NEAR_TEXT,
    AUTHOR,
    TYPE,
    TYPE_AT_STAGE,
    TYPE_IN_INDUSTRY,
    TYPE_FOR_PERSONA,
    TYPE_FOR_REP,
    TYPE_FOR_TEAM,
    /** Whether somebody looks at this position of this surface at all: log of the chance. */
    POSITION,
    /** How ready people are to open something on this surface, with words or without. */
    SURFACE,
    /** How ready this rep is to open something; it never changes an order. */
    REP;

    /**
     * Whether it says much the same as others of this sort: the expert's score is a sum of
     * features, and so on. Of these there are hundreds at most, whatever the size of a library.
     */
    boolean entangled() {
      return switch (this) {
        case INTERCEPT, TEMPERATURE, FEATURE, FEATURE_BY_STAGE, CROSS -> true;
        case TYPE, TYPE_AT_STAGE, SURFACE -> true;
        case ASSET, ASSET_LATELY, NEAR_TEXT, AUTHOR, REP, POSITION -> false;
        case TYPE_IN_INDUSTRY, TYPE_FOR_PERSONA, TYPE_FOR_REP, TYPE_FOR_TEAM -> false;
      };
    }
  }

  static final String SEPARATOR = "@";

  /** Attention falls about like position^-0.6 before a log says how. */
  private static final double USUAL_DECAY = 0.6;

  private static final double USUAL_INTERCEPT = -2;
  private static final double USUAL_TEMPERATURE = 0.4;

  /** Positions further down share one number. */
  static final int LAST_POSITION = 12;

  /** What is assumed of it before any event. */
  double usual() {
    return switch (kind) {
      case INTERCEPT -> USUAL_INTERCEPT;
      case TEMPERATURE -> USUAL_TEMPERATURE;
      case POSITION ->
          -USUAL_DECAY * Math.log(Integer.parseInt(name.substring(name.indexOf(SEPARATOR) + 1)));
      default -> 0;
    };
  }

  static String pair(String first, String second) {
    return first + SEPARATOR + second;
  }
}
