/** A public website by its sitemap and feeds, read politely. */
@NullMarked
package dev.tandem.library.sources.website;

import org.jspecify.annotations.NullMarked;
