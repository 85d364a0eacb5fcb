/**
 * Turns text into vectors whose cosine says how close two texts are in meaning. {@code text →
 * SentenceEncoder → Embedding}; the model and the engine that runs it, both libraries, are behind
 * the seam in a package of their own (ADR-0007).
 */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package dev.tandem.encoder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
