/**
 * Reads from the titles of the whole library what the company and its rivals call their products,
 * and offers these names to the vocabularies as candidates.
 */
@NullMarked
package dev.tandem.library.discovery;

import org.jspecify.annotations.NullMarked;
