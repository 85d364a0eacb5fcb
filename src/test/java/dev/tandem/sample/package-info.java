@NullMarked
package dev.tandem.sample;

import org.jspecify.annotations.NullMarked;
