package dev.tandem.library.intake;

import dev.tandem.library.AssetText;
import dev.tandem.library.Label;
import dev.tandem.library.LabelOrigin;
import dev.tandem.library.classification.AssetClassifier;
import dev.tandem.library.extraction.ExtractedText;
import dev.tandem.library.extraction.Page;
import dev.tandem.library.extraction.PageUnit;
import dev.tandem.library.manifest.GivenValues;
import dev.tandem.library.manifest.NamedValues;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.Taxonomy;
import dev.tandem.taxonomy.Term;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** From a file's text to all that can be said about the asset. */
@Component
class FileReading {
  /** Texts shorter than this, in characters, are alike too easily to be called duplicates. */
  private static final int SHORTEST_TELLING_TEXT = 80;

  private final AssetClassifier classifier;
  private final Taxonomy taxonomy;
  private final Currency currency;

  FileReading(
      AssetClassifier classifier,
      Taxonomy taxonomy,
      @Value("${tandem.currency:EUR}") Currency currency) {
    this.classifier = classifier;
    this.taxonomy = taxonomy;
    this.currency = currency;
  }

  Currency currency() {
    return currency;
  }

  Reading ofFile(
      IncomingFile incoming,
      ExtractedText text,
      String checksum,
      long bytes,
      @Nullable ContentType knownType) {
    var metadata = NamedValues.of(text.frontMatter(), currency);
    var said = metadata.values();
    var warnings = new ArrayList<>(text.warnings());
    metadata.problems().forEach(problem -> warnings.add("front matter, " + problem));
    if (text.truncated()) warnings.add("the text is very long and was cut off");
    if (!text.hasText()) warnings.add("no text was found in the file (scanned pages or pictures?)");
    var title = Titles.of(text, incoming.fileName(), incoming.place());
    var description =
        text.description() == null || text.description().isBlank()
            ? Titles.teaser(text)
            : new Label<>(Titles.oneLine(text.description()), LabelOrigin.METADATA, 1.0, null);
    var headings = text.pages().stream().flatMap(page -> page.headings().stream()).toList();
    var language =
        text.language() == null
            ? Label.inferred("und", 0, null)
            : Label.inferred(text.language(), 0.9, "language of the text");
    return new Reading(
        checksum,
        text.mediaType(),
        bytes,
        withDocumentProperties(said, text),
        terms(incoming.given()),
        terms(said),
        title,
        description,
        language,
        classifier.classify(Contents.ofFile(incoming, text, said, knownType)),
        headings,
        text.pages().stream().map(page -> page(page, text.unit())).toList(),
        digest(text.text()),
        warnings);
  }

  Reading ofLink(IncomingFile link, @Nullable ContentType knownType) {
    var given = link.given();
    var url = Objects.requireNonNull(given.url());
    var description = Objects.requireNonNullElse(given.description(), "");
    var title =
        Titles.fromName(url.replaceAll("[?#].*$", "").replaceAll("/+$", "").replaceAll("^.*/", ""));
    var pages =
        description.isEmpty()
            ? List.<AssetText.Page>of()
            : List.of(new AssetText.Page(1, null, description, null));
    return new Reading(
        null,
        null,
        null,
        GivenValues.NONE,
        terms(given),
        Map.of(),
        title,
        Label.inferred("", 0, null),
        Label.inferred("und", 0, null),
        classifier.classify(
            Contents.ofLink(
                Objects.requireNonNullElse(given.title(), title.value()), url, given, knownType)),
        List.of(),
        pages,
        null,
        List.of());
  }

  private static AssetText.Page page(Page page, PageUnit unit) {
    var label =
        switch (unit) {
          case SLIDE -> "Slide " + page.number();
          case PAGE, WHOLE -> null;
          case SHEET, SECTION, TIME -> page.title();
        };
    return new AssetText.Page(
        page.number(), label, page.text(), page.notes().isEmpty() ? null : page.notes());
  }

  private static GivenValues withDocumentProperties(GivenValues said, ExtractedText text) {
    return new GivenValues(
        said.title(),
        said.description(),
        said.type(),
        said.stages(),
        said.terms(),
        said.language(),
        said.audience(),
        said.status(),
        said.url(),
        said.owner(),
        said.author() == null && text.author() != null
            ? Titles.oneLine(text.author())
            : said.author(),
        said.publishedOn() == null ? text.created() : said.publishedOn(),
        said.reviewBy(),
        said.expiresOn(),
        said.cost(),
        said.tags());
  }

  private Map<Dimension, List<Term>> terms(GivenValues values) {
    var terms = new EnumMap<Dimension, List<Term>>(Dimension.class);
    values
        .terms()
        .forEach(
            (dimension, names) ->
                terms.put(
                    dimension,
                    names.stream()
                        .map(name -> taxonomy.resolveOrAdd(dimension, name))
                        .distinct()
                        .toList()));
    return terms;
  }

  static @Nullable String digest(String text) {
    var normalized = Term.normalize(text);
    if (normalized.length() < SHORTEST_TELLING_TEXT) return null;
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(normalized.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
