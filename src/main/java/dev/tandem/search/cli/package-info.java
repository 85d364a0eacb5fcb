/** The index on the command line. */
@NamedInterface("cli")
@NullMarked
package dev.tandem.search.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
