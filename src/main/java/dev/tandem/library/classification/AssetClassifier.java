package dev.tandem.library.classification;

import dev.tandem.library.Asset;
import dev.tandem.library.AssetText;
import dev.tandem.library.Label;
import dev.tandem.library.extraction.PageUnit;
import dev.tandem.taxonomy.Taxonomy;
import dev.tandem.taxonomy.Term;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Guesses the labels of an asset. */
@Component
public class AssetClassifier {
  private final Cues cues = Cues.read();
  private final TypeGuess types = new TypeGuess(cues);
  private final StageGuess stages = new StageGuess(cues);
  private final AudienceGuess audiences = new AudienceGuess(cues);
  private final TermGuess terms;

  AssetClassifier(Taxonomy taxonomy) {
    this.terms = new TermGuess(taxonomy, cues);
  }

  public Classification classify(Content content) {
    var words = Words.of(content);
    var given = content.givenType();
    var type = given == null ? types.of(content, words) : TypeGuess.Guess.given(given);
    return new Classification(
        type.label(),
        stages.of(type, words),
        terms.of(content, words),
        audiences.of(type.label(), content, words));
  }

  /** The terms alone, from what is kept of an asset; the same as when its file came in. */
  public List<Label<Term>> terms(Asset asset, @Nullable AssetText text) {
    var content = kept(asset, text);
    return terms.of(content, Words.of(content));
  }

  /** Topics that go with a shipped persona or industry; empty for every other term. */
  public List<String> topics(Term term) {
    return cues.topics().getOrDefault(term.dimension(), Map.of()).entrySet().stream()
        .filter(each -> Term.normalize(each.getKey()).equals(term.key()))
        .findFirst()
        .map(Map.Entry::getValue)
        .orElse(List.of());
  }

  private static Content kept(Asset asset, @Nullable AssetText text) {
    var url = Objects.requireNonNullElse(asset.url(), "");
    var file = Objects.requireNonNullElse(asset.sourcePath(), asset.fileName());
    return new Content(
        asset.title().value(),
        asset.description().isInferred() ? "" : asset.description().value(),
        file != null ? file : url.replaceAll("^https?://[^/]*/?", "").replaceAll("[?#].*$", ""),
        asset.mediaType(),
        PageUnit.WHOLE,
        text == null ? List.of() : text.headings(),
        text == null
            ? ""
            : text.pages().stream()
                .map(AssetText.Page::text)
                .filter(page -> !page.isEmpty())
                .collect(Collectors.joining("\n\n")),
        Map.of(),
        null);
  }
}
