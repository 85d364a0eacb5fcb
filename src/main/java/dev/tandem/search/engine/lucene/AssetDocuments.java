package dev.tandem.search.engine.lucene;

import static dev.tandem.search.engine.lucene.IndexFields.*;

import dev.tandem.library.Asset;
import dev.tandem.library.AssetText;
import dev.tandem.library.Label;
import dev.tandem.taxonomy.Term;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Writes an asset as a block: a document for each passage, then the one of the asset itself. */
final class AssetDocuments {
  /** What may be counted as facets, beside the dimensions of the taxonomy. */
  static final List<String> FACETS =
      List.of(
          "stage", "type", "persona", "industry", "product", "competitor", "region", "language");

  static final FacetsConfig FACETS_CONFIG = new FacetsConfig();

  private static final FieldType WITH_POSITIONS =
      type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, false);
  private static final FieldType WITH_FREQUENCIES = type(IndexOptions.DOCS_AND_FREQS, false);
  private static final FieldType ONLY_DOCUMENTS = type(IndexOptions.DOCS, true);

  static {
    FACETS.forEach(dimension -> FACETS_CONFIG.setMultiValued(dimension, true));
  }

  private final Asset asset;
  private final @Nullable AssetText text;
  private final Analyzer analyzer;
  private final Document parent = new Document();

  private AssetDocuments(Asset asset, @Nullable AssetText text) {
    this.asset = asset;
    this.text = text;
    this.analyzer = Languages.analyzer(asset.language().value());
  }

  static List<Document> of(Asset asset, @Nullable AssetText text) {
    return new AssetDocuments(asset, text).block();
  }

  private List<Document> block() {
    var block = new ArrayList<Document>();
    keys();
    about();
    facets();
    if (text != null) {
      for (var page : text.pages()) {
        for (var passage : Passages.of(page.text())) block.add(passage(page, passage));
        body(page.text());
        if (page.notes() != null) body(page.notes());
      }
    }
    try {
      block.add(FACETS_CONFIG.build(parent));
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
    about(TITLE, asset.title().value(), WITH_POSITIONS);
    about(DESCRIPTION, asset.description().value(), WITH_FREQUENCIES);
    if (text != null) text.headings().forEach(line -> about(HEADINGS, line, WITH_FREQUENCIES));
    asset.tags().forEach(tag -> about(TAGS, tag, WITH_FREQUENCIES));
    about(TAGS, asset.type().value().label(), WITH_FREQUENCIES);
    asset.type().value().synonyms().forEach(name -> about(TAGS, name, WITH_FREQUENCIES));
    asset.terms().forEach(term -> about(TAGS, term.value().label(), WITH_FREQUENCIES));
    asset.stages().forEach(stage -> about(TAGS, stage.value().label(), WITH_FREQUENCIES));
    completions(asset.title().value());
    asset.terms().stream().map(Label::value).map(Term::label).forEach(this::completions);
  }

  private void about(String field, String value, FieldType type) {
    if (value.isBlank()) return;
    parent.add(new AnalysedField(field, value, type, analyzer));
    parent.add(new AnalysedField(ABOUT, value, WITH_FREQUENCIES, analyzer));
    parent.add(new AnalysedField(WORDS, value, ONLY_DOCUMENTS, Languages.SPELLED));
  }

  private void body(String value) {
    if (value.isBlank()) return;
    parent.add(new AnalysedField(BODY, value, WITH_FREQUENCIES, analyzer));
    parent.add(new AnalysedField(WORDS, value, ONLY_DOCUMENTS, Languages.SPELLED));
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

  private Document passage(AssetText.Page page, String passage) {
    var document = new Document();
    document.add(new StringField(ID, asset.id().value(), Field.Store.NO));
    document.add(new StringField(KIND, KIND_PASSAGE, Field.Store.NO));
    document.add(new AnalysedField(PASSAGE, passage, WITH_POSITIONS, analyzer));
    document.add(new StoredField(PAGE, page.number()));
    if (page.label() != null) document.add(new StoredField(PAGE_LABEL, page.label()));
    document.add(new StoredField(TEXT, passage));
    return document;
  }

  private static FieldType type(IndexOptions options, boolean withoutNorms) {
    var type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(options);
    type.setOmitNorms(withoutNorms);
    type.freeze();
    return type;
  }

  /** Analysed in the asset's language rather than in one for the whole index. */
  private static final class AnalysedField extends Field {
    private final Analyzer analyzer;

    AnalysedField(String name, String text, FieldType type, Analyzer analyzer) {
      super(name, text, type);
      this.analyzer = analyzer;
    }

    @Override
    public TokenStream tokenStream(Analyzer ofTheIndex, @Nullable TokenStream reuse) {
      return analyzer.tokenStream(name(), stringValue());
    }
  }
}
