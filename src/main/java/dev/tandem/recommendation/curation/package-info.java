/**
 * Rules by which marketing puts an asset first, further up or further down for a segment and a
 * time. {@link dev.tandem.recommendation.curation.CurationRules} keeps them, {@code
 * dev.tandem.recommendation.Curation} lets them act, and {@link
 * dev.tandem.recommendation.curation.CurationEffects} measures what they do.
 */
@NullMarked
package dev.tandem.recommendation.curation;

import org.jspecify.annotations.NullMarked;
