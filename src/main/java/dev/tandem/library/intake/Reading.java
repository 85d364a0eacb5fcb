package dev.tandem.library.intake;

import dev.tandem.library.AssetText.Page;
import dev.tandem.library.Label;
import dev.tandem.library.classification.Classification;
import dev.tandem.library.manifest.GivenValues;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.Term;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that was learned of a file before the library is asked.
 *
 * @param metadata what the file says about itself, in the manifest's words
 * @param givenTerms, metadataTerms the vocabularies' own terms for the words that were used
 * @param title, description, language what was found in the text
 * @param checksum, mediaType, bytes null for a link
 */
record Reading(
    @Nullable String checksum,
    @Nullable String mediaType,
    @Nullable Long bytes,
    GivenValues metadata,
    Map<Dimension, List<Term>> givenTerms,
    Map<Dimension, List<Term>> metadataTerms,
    Label<String> title,
    Label<String> description,
    Label<String> language,
    Classification guesses,
    List<String> headings,
    List<Page> pages,
    @Nullable String textDigest,
    List<String> warnings) {}
