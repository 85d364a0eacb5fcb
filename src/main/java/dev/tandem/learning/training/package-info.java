/**
 * From events to a model: {@code FeedbackLog → SlateJoin → Screening → TrainingSet → ModelTrainer →
 * PromotionGate → ModelRegistry}. Everything but the last step can be repeated without a trace.
 */
@NullMarked
package dev.tandem.learning.training;

import org.jspecify.annotations.NullMarked;
