/** Commands of this module on the command line. */
@NullMarked
package dev.tandem.feedback.cli;

import org.jspecify.annotations.NullMarked;
