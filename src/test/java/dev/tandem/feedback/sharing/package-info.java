@NullMarked
package dev.tandem.feedback.sharing;

import org.jspecify.annotations.NullMarked;
