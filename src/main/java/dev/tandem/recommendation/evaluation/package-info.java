/**
 * Measures how well situations are answered: {@code Evaluator} asks each ranker, {@code Evaluation}
 * holds the answers beside people's judgments, {@code EvaluationPage} shows them.
 */
@NamedInterface("evaluation")
@NullMarked
package dev.tandem.recommendation.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
