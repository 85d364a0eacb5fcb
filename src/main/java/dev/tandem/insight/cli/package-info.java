/** The reports on the command line. */
@NamedInterface("cli")
@NullMarked
package dev.tandem.insight.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
