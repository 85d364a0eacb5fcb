/**
 * Learns the company's own labels from what people confirmed, corrected or gave: {@code settled
 * labels + LabelEvidence → LabelTrainer → LabelModel → Relabelling}. What nobody confirmed is
 * inferred anew, in the background, whenever a model changes; where a model does not beat the cues
 * on the confirmed labels themselves, the cues stay (ADR-0006).
 */
@NullMarked
package dev.tandem.library.labelling;

import org.jspecify.annotations.NullMarked;
