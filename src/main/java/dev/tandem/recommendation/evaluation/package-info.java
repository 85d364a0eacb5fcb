/**
 * Measures how well situations are answered: {@code Evaluator} asks each ranker, {@code Evaluation}
 * holds the answers beside people's judgments, {@code EvaluationPage} shows them.
 */
@NullMarked
package dev.tandem.recommendation.evaluation;

import org.jspecify.annotations.NullMarked;
