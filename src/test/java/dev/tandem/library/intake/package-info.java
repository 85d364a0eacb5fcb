@NullMarked
package dev.tandem.library.intake;

import org.jspecify.annotations.NullMarked;
