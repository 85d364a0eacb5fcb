/** Commands of this module on the command line. */
@NullMarked
package dev.tandem.deals.cli;

import org.jspecify.annotations.NullMarked;
