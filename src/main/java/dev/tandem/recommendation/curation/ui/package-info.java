/** Where marketers make rules, see where they act, and what they do. */
@NullMarked
package dev.tandem.recommendation.curation.ui;

import org.jspecify.annotations.NullMarked;
