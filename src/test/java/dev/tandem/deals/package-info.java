@NullMarked
package dev.tandem.deals;

import org.jspecify.annotations.NullMarked;
