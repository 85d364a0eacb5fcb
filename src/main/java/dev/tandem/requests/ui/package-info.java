/** Marketing's list of what was asked for. */
@NullMarked
package dev.tandem.requests.ui;

import org.jspecify.annotations.NullMarked;
