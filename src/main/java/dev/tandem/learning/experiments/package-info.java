/**
 * Tries things out on a bounded share of what is shown, and finds out what came of it. {@link
 * dev.tandem.learning.experiments.Experiments} says by which models a slate is ordered ({@link
 * dev.tandem.learning.experiments.Arm}); {@link dev.tandem.learning.experiments.Lots} draws it and
 * knows how probable it was; {@link dev.tandem.learning.experiments.LiveResults} follows the log,
 * and {@link dev.tandem.learning.experiments.ExperimentWatch} promotes or rolls back by it.
 */
@NamedInterface("experiments")
@NullMarked
package dev.tandem.learning.experiments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
