package dev.tandem.recommendation;

/**
 * An asset that may come onto the slate.
 *
 * @param query how well it matches the rep's words
 * @param notes the deal's notes
 * @param context the names of its industry, product, competitors and so on
 */
record Candidate(AssetTraits traits, Match query, Match notes, Match context) {}
