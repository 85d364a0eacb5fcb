@NullMarked
package dev.tandem.library.ui;

import org.jspecify.annotations.NullMarked;
