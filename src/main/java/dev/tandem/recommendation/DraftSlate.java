package dev.tandem.recommendation;

import dev.tandem.feedback.FeedbackEvent.SlateServed;

/**
 * A slate for words that may still change under the rep's fingers. It stands in the log only when
 * something counts on it: whoever shows it writes {@code served} together with the first impression
 * or action, and drops it when other words take its place before that.
 */
public record DraftSlate(Slate slate, SlateServed served) {}
