/** Judged situations, expert weights and synonyms over HTTP. */
@NullMarked
package dev.tandem.recommendation.evaluation.web;

import org.jspecify.annotations.NullMarked;
