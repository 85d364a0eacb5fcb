/** What the model in use believes, and how it came to be in use. */
@NullMarked
package dev.tandem.learning.ui;

import org.jspecify.annotations.NullMarked;
