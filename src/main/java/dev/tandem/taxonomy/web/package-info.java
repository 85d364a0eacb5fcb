/** Vocabularies and glossary over HTTP. */
@NullMarked
package dev.tandem.taxonomy.web;

import org.jspecify.annotations.NullMarked;
