package dev.tandem.search.engine.lucene;

import static dev.tandem.search.engine.lucene.IndexFields.*;

import dev.tandem.encoder.Embedding;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetText;
import dev.tandem.library.Label;
import dev.tandem.search.AssetIndex.Entry;
import dev.tandem.search.TextPassage;
import dev.tandem.taxonomy.Term;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.EmptyTokenStream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.KnnByteVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Writes an asset as a block: a document for each passage, one for the meaning of its title and
 * description, then the one of the asset itself.
 */
final class AssetDocuments {
  /** What may be counted as facets, beside the dimensions of the taxonomy. */
  static final List<String> FACETS =
      List.of(
          "stage", "type", "persona", "industry", "product", "competitor", "region", "language");

  static final FacetsConfig FACETS_CONFIG = new FacetsConfig();

  /**
   * A document without such a text has it with length zero: lengths that every document has are
   * read from an array, while those of some are searched for, once for each word and hit.
   */
  private static final List<String> SCORED =
      List.of(TITLE, DESCRIPTION, HEADINGS, TAGS, ABOUT, BODY, PASSAGE);

  private static final FieldType WITH_POSITIONS =
      type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, false);
  private static final FieldType ONLY_POSITIONS =
      type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true);
  private static final FieldType WITH_FREQUENCIES = type(IndexOptions.DOCS_AND_FREQS, false);
  private static final FieldType ONLY_DOCUMENTS = type(IndexOptions.DOCS, true);

  static {
    FACETS.forEach(dimension -> FACETS_CONFIG.setMultiValued(dimension, true));
  }

  private final Entry entry;
  private final Asset asset;
  private final @Nullable AssetText text;
  private final TextReading reading;
  private final Document parent = new Document();

  /** What each field holds; written at the end, all texts of a field together. */
  private final Map<String, List<Tokens>> fields = new LinkedHashMap<>();

  private AssetDocuments(Entry entry) {
    this.entry = entry;
    this.asset = entry.asset();
    this.text = entry.text();
    this.reading = new TextReading(asset.language().value());
  }

  static List<Document> of(Entry entry) {
    return new AssetDocuments(entry).block();
  }

  private List<Document> block() {
    var block = new ArrayList<Document>();
    keys();
    about();
    facets();
    for (var passage : entry.passages()) block.add(passage(passage));
    if (text != null)
      for (var page : text.pages()) if (page.notes() != null) notes(reading.read(page.notes()));
    if (entry.about() != null) block.add(about(entry.about()));
    fields.forEach(
        (field, texts) -> parent.add(new Field(field, stream(field, texts), type(field))));
    block.add(parent);
    block.forEach(AssetDocuments::withEveryLength);
    try {
      block.set(block.size() - 1, FACETS_CONFIG.build(parent));
    } catch (java.io.IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
    return block;
  }

  private void keys() {
    var id = asset.id().value();
    key(ID, id);
    parent.add(new BinaryDocValuesField(ID_COLUMN, new BytesRef(id)));
    key(KIND, KIND_ASSET);
    key(ENCODED_BY, entry.encodedBy() == null ? NOBODY : entry.encodedBy());
    key(LANGUAGE, asset.language().value());
    parent.add(new BinaryDocValuesField(LANGUAGE_COLUMN, new BytesRef(asset.language().value())));
    key(STATUS, asset.status().id());
    key(AUDIENCE, asset.audience().value().id());
    if (asset.owner() != null) key(OWNER, asset.owner().toLowerCase(Locale.ROOT));
    var expires = asset.expiresOn();
    parent.add(
        new IntPoint(EXPIRES, expires == null ? Integer.MAX_VALUE : (int) expires.toEpochDay()));
    var since = asset.publishedOn();
    if (since == null) since = LocalDate.ofInstant(asset.createdAt(), ZoneOffset.UTC);
    parent.add(new NumericDocValuesField(NEWEST, since.toEpochDay()));
  }

  private void about() {
    about(TITLE, asset.title().value());
    about(DESCRIPTION, asset.description().value());
    if (text != null) text.headings().forEach(line -> about(HEADINGS, line));
    asset.tags().forEach(tag -> about(TAGS, tag));
    about(TAGS, asset.type().value().label());
    asset.type().value().synonyms().forEach(name -> about(TAGS, name));
    asset.terms().forEach(term -> about(TAGS, term.value().label()));
    asset.stages().forEach(stage -> about(TAGS, stage.value().label()));
    completions(asset.title().value());
    asset.terms().stream().map(Label::value).map(Term::label).forEach(this::completions);
  }

  private void about(String field, String value) {
    if (value.isBlank()) return;
    var tokens = reading.read(value);
    hold(tokens, field, ABOUT, WORDS, IN_ORDER);
  }

  private void body(Tokens tokens) {
    hold(tokens, BODY, WORDS);
  }

  /** Notes are in no passage, but a phrase in quotes finds them. */
  private void notes(Tokens tokens) {
    body(tokens);
    hold(tokens, IN_ORDER);
  }

  private void hold(Tokens tokens, String... in) {
    for (var field : in) fields.computeIfAbsent(field, none -> new ArrayList<>()).add(tokens);
  }

  private static void withEveryLength(Document document) {
    for (var field : SCORED)
      if (document.getField(field) == null)
        document.add(new Field(field, new EmptyTokenStream(), type(field)));
  }

  private static TokenStream stream(String field, List<Tokens> texts) {
    return switch (field) {
      case TITLE -> texts.getFirst().inOrder();
      case WORDS -> Tokens.spelled(texts);
      case IN_ORDER -> Tokens.apart(texts);
      default -> Tokens.counted(texts);
    };
  }

  private static FieldType type(String field) {
    return switch (field) {
      case TITLE, PASSAGE -> WITH_POSITIONS;
      case IN_ORDER -> ONLY_POSITIONS;
      case WORDS -> ONLY_DOCUMENTS;
      default -> WITH_FREQUENCIES;
    };
  }

  private void completions(String value) {
    for (var entry : Completions.entries(value)) key(COMPLETIONS, entry);
  }

  private void facets() {
    key(LABEL, label(asset.type().value()));
    facet("type", asset.type().value().id());
    asset.stages().forEach(stage -> key(LABEL, label(stage.value())));
    asset.stages().forEach(stage -> facet("stage", stage.value().id()));
    asset.terms().forEach(term -> key(LABEL, label(term.value())));
    asset.terms().forEach(term -> facet(term.value().dimension().id(), term.value().label()));
    if (!asset.language().value().isBlank()) facet("language", asset.language().value());
  }

  private void key(String field, String value) {
    parent.add(new StringField(field, value, Field.Store.NO));
  }

  private void facet(String dimension, String value) {
    parent.add(new SortedSetDocValuesFacetField(dimension, value));
  }

  private Document passage(TextPassage passage) {
    var tokens = reading.read(passage.text());
    body(tokens);
    var document = child(KIND_PASSAGE);
    document.add(new Field(PASSAGE, tokens.inOrder(), type(PASSAGE)));
    document.add(new StoredField(PAGE, passage.page()));
    if (passage.pageLabel() != null) document.add(new StoredField(PAGE_LABEL, passage.pageLabel()));
    document.add(new StoredField(TEXT, passage.text()));
    if (passage.embedding() != null) document.add(meaning(passage.embedding()));
    return document;
  }

  private Document about(Embedding meaning) {
    var document = child(KIND_ABOUT);
    document.add(meaning(meaning));
    return document;
  }

  private Document child(String kind) {
    var document = new Document();
    document.add(new StringField(ID, asset.id().value(), Field.Store.NO));
    document.add(new StringField(KIND, kind, Field.Store.NO));
    return document;
  }

  private static Field meaning(Embedding meaning) {
    return new KnnByteVectorField(
        MEANING, meaning.components(), VectorSimilarityFunction.DOT_PRODUCT);
  }

  private static FieldType type(IndexOptions options, boolean withoutNorms) {
    var type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(options);
    type.setOmitNorms(withoutNorms);
    type.freeze();
    return type;
  }
}
