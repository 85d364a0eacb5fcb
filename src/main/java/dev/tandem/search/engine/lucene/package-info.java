/**
 * The default engine: Lucene in the process. An asset becomes a block of documents, one for each
 * passage of its text and one for itself ({@code AssetDocuments}). A query becomes concepts ({@code
 * Concepts}: words with their stems, synonyms and corrections), which score the asset's own fields
 * and its best passage ({@code Scoring}). index/schema.md describes the fields.
 */
@NullMarked
package dev.tandem.search.engine.lucene;

import org.jspecify.annotations.NullMarked;
