/** Where people look after the company's vocabularies. */
@NullMarked
package dev.tandem.taxonomy.ui;

import org.jspecify.annotations.NullMarked;
