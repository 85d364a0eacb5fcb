package dev.tandem.insight.privacy;

import dev.tandem.shared.Proportion;
import dev.tandem.shared.TimeWindow;

/**
 * What one person did with content in a window.
 *
 * @param uses opens, downloads, copied links and shares together
 * @param buyerViews of what the person sent
 * @param judged judgments (ratings and dismissals) beside uses; may be more than one a use
 * @param searchesUsed searches with words that led to a use, out of all
 * @param deals with a use
 */
public record PersonFigures(
    TimeWindow window,
    long uses,
    long shares,
    long buyerViews,
    long judged,
    Proportion searchesUsed,
    long deals) {}
