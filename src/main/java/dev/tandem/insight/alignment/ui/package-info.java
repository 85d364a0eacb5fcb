/** The alignment pack as a view. */
@NullMarked
package dev.tandem.insight.alignment.ui;

import org.jspecify.annotations.NullMarked;
