/** The library on the command line. */
@NamedInterface("cli")
@NullMarked
package dev.tandem.library.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
