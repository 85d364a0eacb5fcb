/**
 * Content that comes in by itself. A {@link dev.tandem.library.sources.ContentSource} tells what
 * lies there; what is new or changed is fetched and goes {@code FileIngestion → Assets} like any
 * file, and what is gone there is archived here. Each kind of source has a package of its own.
 */
@NullMarked
package dev.tandem.library.sources;

import org.jspecify.annotations.NullMarked;
