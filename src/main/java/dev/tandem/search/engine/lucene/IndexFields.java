package dev.tandem.search.engine.lucene;

import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Term;

/** The fields of the index; index/schema.md says what each is for. */
final class IndexFields {
  /** Raise with every change of fields or analysis: an index of another schema is rebuilt. */
  static final int SCHEMA = 6;

  static final String ID = "id";

  /** The id once more, as a column to read from hits. */
  static final String ID_COLUMN = "id_column";

  static final String KIND = "kind";
  static final String KIND_ASSET = "asset";
  static final String KIND_PASSAGE = "passage";

  static final String TITLE = "title";
  static final String DESCRIPTION = "description";
  static final String HEADINGS = "headings";
  static final String TAGS = "tags";

  /** Title, description, headings and tags together. */
  static final String ABOUT = "about";

  /** Everything of {@link #ABOUT}, and the notes, with positions: for phrases in quotes. */
  static final String IN_ORDER = "in_order";

  /** The text of all pages, notes included. */
  static final String BODY = "body";

  /** Every word as it is spelled, for spelling and prefixes. */
  static final String WORDS = "words";

  /** Title and terms from each of their words on, for completions. */
  static final String COMPLETIONS = "completions";

  static final String LANGUAGE = "language";

  static final String LANGUAGE_COLUMN = "language_column";

  static final String STATUS = "status";
  static final String AUDIENCE = "audience";
  static final String OWNER = "owner";
  static final String LABEL = "label";

  /** Day from which the asset is expired, as days since 1970; the greatest int means never. */
  static final String EXPIRES = "expires";

  static final String NEWEST = "newest";

  /** The model that has encoded all of the asset, or {@link #NOBODY}. */
  static final String ENCODED_BY = "encoded_by";

  static final String NOBODY = "";

  static final String MEANING = "meaning";
  static final String KIND_ABOUT = "about";

  static final String PASSAGE = "passage";
  static final String PAGE = "page";
  static final String PAGE_LABEL = "page_label";
  static final String TEXT = "text";

  static String label(JourneyStage stage) {
    return "stage=" + stage.id();
  }

  static String label(ContentType type) {
    return "type=" + type.id();
  }

  static String label(Term term) {
    return term.dimension().id() + "=" + term.key();
  }

  private IndexFields() {}
}
