package dev.tandem.library.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Interner;
import dev.tandem.library.Asset;
import dev.tandem.library.Label;
import dev.tandem.library.LabelOrigin;
import dev.tandem.taxonomy.Audience;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Term;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The labels of an asset as they lie in the column {@code labels}. */
record LabelsJson(
    One title,
    One description,
    One type,
    List<One> stages,
    List<OfVocabulary> terms,
    One language,
    One audience) {

  /**
   * A library says the same few labels again and again, and its readers keep all of it: labels that
   * nothing but their value tells apart are one object. Terms by their spelling, since two
   * spellings of one term are equal.
   */
  private static final Interner<Label<?>> SHARED = Interner.newWeakInterner();

  private static final Cache<OfVocabulary, Label<Term>> SHARED_TERMS =
      Caffeine.newBuilder().maximumSize(20_000).build();

  record One(String value, LabelOrigin origin, double confidence, @Nullable String basis) {
    static <T> One of(Label<T> label, Function<T, String> text) {
      return new One(text.apply(label.value()), label.origin(), label.confidence(), label.basis());
    }

    <T> Label<T> as(Function<String, T> read) {
      return new Label<>(read.apply(value), origin, confidence, basis);
    }

    @SuppressWarnings("unchecked") // equal labels have equal values, so values of one class
    <T> Label<T> shared(Function<String, T> read) {
      var label = as(read);
      return basis == null ? (Label<T>) SHARED.intern(label) : label;
    }
  }

  record OfVocabulary(Dimension dimension, One label) {
    Label<Term> shared() {
      return label.basis() == null ? SHARED_TERMS.get(this, OfVocabulary::read) : read();
    }

    private Label<Term> read() {
      return label.as(text -> new Term(dimension, text));
    }
  }

  static LabelsJson of(Asset asset) {
    return new LabelsJson(
        One.of(asset.title(), text -> text),
        One.of(asset.description(), text -> text),
        One.of(asset.type(), ContentType::name),
        asset.stages().stream().map(label -> One.of(label, JourneyStage::name)).toList(),
        asset.terms().stream()
            .map(label -> new OfVocabulary(label.value().dimension(), One.of(label, Term::label)))
            .toList(),
        One.of(asset.language(), text -> text),
        One.of(asset.audience(), Audience::name));
  }

  void into(AssetDraft draft) {
    draft
        .title(title.as(text -> text))
        .description(description.as(text -> text))
        .type(type.shared(ContentType::valueOf))
        .stages(stages.stream().map(label -> label.shared(JourneyStage::valueOf)).toList())
        .terms(terms.stream().map(OfVocabulary::shared).toList())
        .language(language.shared(text -> text))
        .audience(audience.shared(Audience::valueOf));
  }
}
