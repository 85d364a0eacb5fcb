@NullMarked
package dev.tandem.library.classification;

import org.jspecify.annotations.NullMarked;
