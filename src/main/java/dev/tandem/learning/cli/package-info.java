/** Training and the registry of models on the command line. */
@NamedInterface("cli")
@NullMarked
package dev.tandem.learning.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
