/**
 * One page for the monthly meeting of both teams: the shared numbers beside last month's, the
 * largest gaps, what was promised and kept, issues, wins and words that changed; as a view, as
 * printable HTML and as PDF from one {@link dev.tandem.insight.alignment.AlignmentPack}.
 */
@NullMarked
package dev.tandem.insight.alignment;

import org.jspecify.annotations.NullMarked;
