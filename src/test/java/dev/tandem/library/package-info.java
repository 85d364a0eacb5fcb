@NullMarked
package dev.tandem.library;

import org.jspecify.annotations.NullMarked;
