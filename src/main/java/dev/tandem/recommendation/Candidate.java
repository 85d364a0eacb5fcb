package dev.tandem.recommendation;

/**
 * An asset that may come onto the slate.
 *
 * @param text how well the rep's words match, relative to the best match of the library, in [0, 1]
 * @param notes the same for the deal's notes
 * @param context the same for the names of its industry, product, competitors and so on
 */
record Candidate(AssetTraits traits, double text, double notes, double context) {}
