/** The marketer's views of the reports. */
@NullMarked
package dev.tandem.insight.ui;

import org.jspecify.annotations.NullMarked;
