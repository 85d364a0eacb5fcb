@NullMarked
package dev.tandem.search.engine.lucene;

import org.jspecify.annotations.NullMarked;
