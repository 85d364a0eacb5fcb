package dev.tandem.recommendation;

import dev.tandem.library.Asset;
import dev.tandem.library.AssetId;
import dev.tandem.library.AssetStatus;
import dev.tandem.library.Label;
import dev.tandem.taxonomy.Audience;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An asset in the making, with everything a test does not care about filled in. */
final class TestAsset {
  static final LocalDate TODAY = LocalDate.parse("2026-11-20");

  private final String id;
  private final String title;
  private String description = "";
  private Label<ContentType> type = Label.given(ContentType.ONE_PAGER);
  private final List<Label<JourneyStage>> stages = new ArrayList<>();
  private final List<Label<Term>> terms = new ArrayList<>();
  private String language = "en";
  private Audience audience = Audience.BUYER;
  private AssetStatus status = AssetStatus.PUBLISHED;
  private @Nullable LocalDate published = TODAY.minusMonths(8);
  private @Nullable LocalDate reviewBy;
  private @Nullable LocalDate expires;

  private TestAsset(String id, String title) {
    this.id = id;
    this.title = title;
  }

  static TestAsset asset(String id, String title) {
    return new TestAsset(id, title);
  }

  TestAsset about(String text) {
    description = text;
    return this;
  }

  TestAsset type(ContentType is) {
    type = Label.given(is);
    return this;
  }

  TestAsset stage(JourneyStage is) {
    stages.add(Label.given(is));
    return this;
  }

  TestAsset stage(JourneyStage is, double confidence) {
    stages.add(Label.inferred(is, confidence, "a cue"));
    return this;
  }

  TestAsset industry(String name) {
    return term(Dimension.INDUSTRY, name);
  }

  TestAsset product(String name) {
    return term(Dimension.PRODUCT, name);
  }

  TestAsset competitor(String name) {
    return term(Dimension.COMPETITOR, name);
  }

  TestAsset persona(String name) {
    return term(Dimension.PERSONA, name);
  }

  TestAsset region(String name) {
    return term(Dimension.REGION, name);
  }

  TestAsset term(Dimension dimension, String name) {
    terms.add(Label.given(new Term(dimension, name)));
    return this;
  }

  TestAsset language(String code) {
    language = code;
    return this;
  }

  TestAsset internal() {
    audience = Audience.INTERNAL;
    return this;
  }

  TestAsset status(AssetStatus is) {
    status = is;
    return this;
  }

  TestAsset published(@Nullable LocalDate on) {
    published = on;
    return this;
  }

  TestAsset reviewBy(LocalDate day) {
    reviewBy = day;
    return this;
  }

  TestAsset expires(LocalDate on) {
    expires = on;
    return this;
  }

  Asset build() {
    return build(1);
  }

  Asset build(long revision) {
    return new Asset(
        new AssetId(id),
        1,
        revision,
        Label.given(title),
        Label.given(description),
        type,
        stages,
        terms,
        Label.given(language),
        Label.given(audience),
        status,
        null,
        null,
        null,
        published,
        reviewBy,
        expires,
        null,
        List.of(),
        null,
        null,
        null,
        null,
        Instant.EPOCH,
        Instant.EPOCH);
  }
}
