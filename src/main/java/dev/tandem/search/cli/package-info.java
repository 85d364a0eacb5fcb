/** Search on the command line. */
@NullMarked
package dev.tandem.search.cli;

import org.jspecify.annotations.NullMarked;
