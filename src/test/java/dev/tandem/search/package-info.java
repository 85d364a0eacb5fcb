@NullMarked
package dev.tandem.search;

import org.jspecify.annotations.NullMarked;
