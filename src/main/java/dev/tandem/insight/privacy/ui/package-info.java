/** A person's own figures, those of teams, and the settings of privacy. */
@NullMarked
package dev.tandem.insight.privacy.ui;

import org.jspecify.annotations.NullMarked;
