/** The pieces every view is made of, so that all views look and speak alike. */
@NullMarked
package dev.tandem.shared.ui;

import org.jspecify.annotations.NullMarked;
