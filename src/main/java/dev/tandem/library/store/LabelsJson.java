package dev.tandem.library.store;

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

  record One(String value, LabelOrigin origin, double confidence, @Nullable String basis) {
    static <T> One of(Label<T> label, Function<T, String> text) {
      return new One(text.apply(label.value()), label.origin(), label.confidence(), label.basis());
    }

    <T> Label<T> as(Function<String, T> read) {
      return new Label<>(read.apply(value), origin, confidence, basis);
    }
  }

  record OfVocabulary(Dimension dimension, One label) {}

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
        .type(type.as(ContentType::valueOf))
        .stages(stages.stream().map(label -> label.as(JourneyStage::valueOf)).toList())
        .terms(
            terms.stream()
                .map(entry -> entry.label().as(text -> new Term(entry.dimension(), text)))
                .toList())
        .language(language.as(text -> text))
        .audience(audience.as(Audience::valueOf));
  }
}
