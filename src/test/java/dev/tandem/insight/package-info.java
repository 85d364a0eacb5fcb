@NullMarked
package dev.tandem.insight;

import org.jspecify.annotations.NullMarked;
