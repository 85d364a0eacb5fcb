/** Signing in, and one's own account. */
@NullMarked
package dev.tandem.identity.ui;

import org.jspecify.annotations.NullMarked;
