/** Commands of this module on the command line. */
@NamedInterface("cli")
@NullMarked
package dev.tandem.feedback.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
