package dev.tandem.learning;

import dev.tandem.learning.ModelRegistry.Decision;

/**
 * The model that the one in use is compared with before reps.
 *
 * @param canary true for one that passed the gate and waits for its promotion; false for the one
 *     that ranked before the last promotion
 * @param decision that made it so
 */
public record Rival(RankingModel model, boolean canary, Decision decision) {}
