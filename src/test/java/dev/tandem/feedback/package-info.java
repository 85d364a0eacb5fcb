@NullMarked
package dev.tandem.feedback;

import org.jspecify.annotations.NullMarked;
