package dev.tandem.benchmark;

import dev.tandem.library.Asset;
import dev.tandem.library.AssetId;
import dev.tandem.library.AssetStatus;
import dev.tandem.library.AssetText.Page;
import dev.tandem.library.Label;
import dev.tandem.library.store.AssetDraft;
import dev.tandem.library.store.LibraryStore;
import dev.tandem.library.store.NewVersion;
import dev.tandem.library.store.StoredAsset;
import dev.tandem.taxonomy.Audience;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * A library of any size whose words are distributed as in real text: a vocabulary of 40,000
 * invented words used by Zipf's law, topics that prefer their own words, three pages of about 130
 * words each.
 */
final class SyntheticLibrary {
  static final List<String> INDUSTRIES =
      List.of(
          "Manufacturing", "Utilities", "Healthcare", "Retail", "Telecommunications", "Banking");
  static final List<String> PRODUCTS =
      List.of("Alpha Suite", "Beta Cloud", "Gamma Edge", "Delta Flow");
  static final List<String> COMPETITORS = List.of("Northwind", "Contoso", "Fabrikam", "Tailspin");
  static final List<String> PERSONAS =
      List.of("Finance director", "IT director", "Operations director", "Procurement manager");
  private static final int VOCABULARY = 40_000;
  private static final int TOPICS = 200;
  private static final int BATCH = 500;

  private final Random random = new Random(20_261_122);
  private final List<String> words = new ArrayList<>(VOCABULARY);

  SyntheticLibrary() {
    var syllables =
        "ba be bi bo ca ce co da de di do fa fe ga go ha he ka ke la le li lo ma me mi mo"
            .split(" ");
    for (int i = 0; i < VOCABULARY; i++) {
      var word = new StringBuilder();
      for (int n = i + 27; n > 0; n /= syllables.length)
        word.append(syllables[n % syllables.length]);
      words.add(word.toString());
    }
  }

  void fill(LibraryStore store, int from, int to) {
    for (int start = from; start < to; start += BATCH) {
      int first = start;
      int end = Math.min(to, start + BATCH);
      store.change(
          changes -> {
            for (int i = first; i < end; i++) {
              var asset = draft(i).build(Instant.now());
              changes.save(
                  new StoredAsset(asset, Set.of(), Set.of(), null, null),
                  new NewVersion(List.of(), pages(i), 40_000L, "benchmark"));
            }
            return end;
          });
    }
  }

  /** The same assets for something else than Tandem, which must be given them in this order. */
  void each(int from, int to, BiConsumer<Asset, List<Page>> taker) {
    for (int i = from; i < to; i++) taker.accept(draft(i).build(Instant.now()), pages(i));
  }

  private AssetDraft draft(int i) {
    var types = ContentType.values();
    var day = LocalDate.now().minusDays(random.nextInt(1_500));
    return AssetDraft.of(new AssetId("asset-" + i), Instant.now())
        .title(Label.given(sentence(i, 7)))
        .description(Label.given(sentence(i, 18)))
        .type(Label.given(types[random.nextInt(types.length)]))
        .stages(
            List.of(
                Label.given(JourneyStage.values()[random.nextInt(JourneyStage.values().length)])))
        .terms(
            List.of(
                term(Dimension.INDUSTRY, INDUSTRIES),
                term(Dimension.PRODUCT, PRODUCTS),
                term(Dimension.COMPETITOR, COMPETITORS),
                term(Dimension.PERSONA, PERSONAS)))
        .language(Label.given("en"))
        .audience(Label.given(random.nextInt(10) == 0 ? Audience.INTERNAL : Audience.BUYER))
        .status(AssetStatus.PUBLISHED)
        .url("https://library.example/" + i)
        .publishedOn(day);
  }

  private Label<Term> term(Dimension dimension, List<String> labels) {
    return Label.given(new Term(dimension, labels.get(random.nextInt(labels.size()))));
  }

  private List<Page> pages(int i) {
    var pages = new ArrayList<Page>();
    for (int page = 1; page <= 3; page++) pages.add(new Page(page, null, sentence(i, 130), null));
    return pages;
  }

  /** Words for an asset of this number, or for a question about one. */
  String sentence(int i, int length) {
    var text = new StringBuilder();
    for (int n = 0; n < length; n++) {
      int rank = (int) (Math.pow(VOCABULARY, random.nextDouble())) - 1;
      boolean topical = random.nextInt(4) == 0;
      int word = topical ? (i % TOPICS * 97 + random.nextInt(60)) % VOCABULARY : rank;
      text.append(n == 0 ? "" : " ").append(words.get(word));
    }
    return text.toString();
  }

  <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  int number(int bound) {
    return random.nextInt(bound);
  }
}
