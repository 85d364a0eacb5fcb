/** Where people read what they were told, and say whether they want it by mail. */
@NullMarked
package dev.tandem.messages.ui;

import org.jspecify.annotations.NullMarked;
