/** A folder of this machine, or a network share that is mounted there. */
@NullMarked
package dev.tandem.library.sources.folder;

import org.jspecify.annotations.NullMarked;
