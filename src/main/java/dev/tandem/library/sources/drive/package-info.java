/** Google Drive by its list of changes. */
@NullMarked
package dev.tandem.library.sources.drive;

import org.jspecify.annotations.NullMarked;
