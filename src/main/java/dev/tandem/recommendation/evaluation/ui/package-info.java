/** Where marketers write situations, grade what comes, and see whether a change would help. */
@NullMarked
package dev.tandem.recommendation.evaluation.ui;

import org.jspecify.annotations.NullMarked;
