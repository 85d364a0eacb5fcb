/** Measurements of speed and size that anyone can repeat; see docs/benchmarks. */
@NullMarked
package dev.tandem.benchmark;

import org.jspecify.annotations.NullMarked;
