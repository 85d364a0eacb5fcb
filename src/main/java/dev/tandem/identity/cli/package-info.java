/** Users and API tokens on the command line. */
@NamedInterface("cli")
@NullMarked
package dev.tandem.identity.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
