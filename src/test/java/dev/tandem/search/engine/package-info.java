@NullMarked
package dev.tandem.search.engine;

import org.jspecify.annotations.NullMarked;
