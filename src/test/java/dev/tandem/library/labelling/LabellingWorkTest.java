package dev.tandem.library.labelling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.encoder.Embedding;
import dev.tandem.encoder.SentenceEncoder;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetEdit;
import dev.tandem.library.AssetEditing;
import dev.tandem.library.AssetId;
import dev.tandem.library.AssetText;
import dev.tandem.library.Assets;
import dev.tandem.library.Label;
import dev.tandem.library.LabelOrigin;
import dev.tandem.library.LibraryAlone;
import dev.tandem.library.PassageMeanings;
import dev.tandem.library.classification.AssetClassifier;
import dev.tandem.library.intake.FolderImport;
import dev.tandem.library.labelling.smile.SmileLossMinimizer;
import dev.tandem.library.store.LibraryStore;
import dev.tandem.shared.Foreground;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.Taxonomy;
import dev.tandem.taxonomy.Term;
import dev.tandem.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two kinds of texts that name nobody: of interest rates, and of lathes. */
@ExtendWith(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LabellingWorkTest {
  private static final Term TREASURER = new Term(Dimension.PERSONA, "Treasurer");
  private static final Term TURNER = new Term(Dimension.PERSONA, "Turner");

  private final LibraryAlone library;
  private final Assets assets;
  private final AssetEditing editing;
  private final DataSource source;

  LabellingWorkTest(@TempDir Path home, DataSource source) {
    this.source = source;
    library = new LibraryAlone(home, source);
    assets = library.get(Assets.class);
    editing = library.get(AssetEditing.class);
  }

  @BeforeEach
  void anEmptyLibrary() {
    JdbcClient.create(source).sql("truncate asset, library_label_model cascade").update();
  }

  @AfterAll
  void close() {
    library.close();
  }

  /** A word a dimension. */
  private static final class WordEncoder implements SentenceEncoder {
    private static final int WORDS = 64;

    @Override
    public String model() {
      return "words";
    }

    @Override
    public int dimensions() {
      return WORDS;
    }

    @Override
    public Optional<Embedding> query(String text) {
      var vector = new float[WORDS];
      for (var word : Term.normalize(text).split(" "))
        vector[Math.floorMod(word.hashCode() * 0x9e3779b9 >>> 7, WORDS)]++;
      return Optional.of(Embedding.of(vector));
    }

    @Override
    public Optional<Embedding> passage(String text) {
      return query(text);
    }

    @Override
    public boolean available() {
      return true;
    }
  }

  private record Encoded(SentenceEncoder encoder) implements PassageMeanings {
    @Override
    public Optional<AssetMeaning> of(Asset asset, @Nullable AssetText text) {
      var about = encoder.passage(asset.title().value()).orElseThrow();
      var passages =
          text == null
              ? List.<Passage>of()
              : text.pages().stream()
                  .map(page -> new Passage(page.text(), encoder.passage(page.text()).orElseThrow()))
                  .toList();
      return Optional.of(new AssetMeaning(about, passages));
    }

    @Override
    public boolean isPossible() {
      return encoder.available();
    }

    @Override
    public String model() {
      return encoder.model();
    }
  }

  /** Anew each time, as after a restart. */
  private LabellingWork work() {
    var encoder = new WordEncoder();
    var jdbc = JdbcClient.create(source);
    var classifier = library.get(AssetClassifier.class);
    var descriptions = new TermDescriptions(library.get(Taxonomy.class), classifier, encoder);
    var reader = new EvidenceReader(classifier, new Encoded(encoder), descriptions);
    var store = library.get(LibraryStore.class);
    var models = new LabelModels(jdbc, Clock.systemUTC());
    return new LabellingWork(
        assets,
        new LabelLearning(
            store, assets, reader, models, new SmileLossMinimizer(), Clock.systemUTC()),
        new AssetLabelling(
            store, assets, reader, new TellingSentence(encoder), models, new LabelledAssets(jdbc)),
        new Foreground());
  }

  private void bring(Path folder, int pairs) throws IOException {
    for (int i = 0; i < pairs; i++) {
      Files.writeString(
          folder.resolve("rates-" + i + ".md"),
          "# Note %d on rates\n\nInterest and liquidity forecast %d. Hedging of currency loans keeps liquidity safe in month %d.\n"
              .formatted(i, i, i));
      Files.writeString(
          folder.resolve("lathes-" + i + ".md"),
          "# Note %d on lathes\n\nSpindle speed and chuck pressure %d. Coolant cleans the spindle of each lathe in shift %d.\n"
              .formatted(i, i, i));
    }
    library.get(FolderImport.class).run(folder, Optional.empty(), null, (done, total) -> {});
  }

  private Asset asset(String title) {
    return assets.all().stream()
        .filter(it -> it.title().value().equals(title))
        .findFirst()
        .orElseThrow();
  }

  private void confirm(String kind, Term term, int from, int to) {
    for (int i = from; i < to; i++) say(asset("Note " + i + " on " + kind).id(), term.label());
  }

  private void say(AssetId id, String... personas) {
    editing.edit(id, List.of(new AssetEdit.Terms(Dimension.PERSONA, List.of(personas))), "ingrid");
  }

  private List<Label<Term>> personas(String title) {
    return asset(title).terms(Dimension.PERSONA);
  }

  @Test
  void whatWasConfirmedIsSaidOfLikeAssetsWithItsSentenceAndNeverOverPeoplesOwnWords(
      @TempDir Path folder) throws IOException {
    bring(folder, 14);
    confirm("rates", TREASURER, 0, 10);
    confirm("lathes", TURNER, 0, 10);
    say(asset("Note 12 on rates").id()); // a person says: for nobody

    work().catchUp();

    var label = personas("Note 11 on rates").getFirst();
    assertThat(label.value()).isEqualTo(TREASURER);
    assertThat(label.origin()).isEqualTo(LabelOrigin.INFERRED);
    assertThat(label.confidence()).isBetween(0.5, 0.999);
    assertThat(label.basis())
        .startsWith("like 10 assets that people labelled Treasurer: “")
        .containsAnyOf("liquidity", "Interest");
    assertThat(personas("Note 11 on lathes")).extracting(Label::value).containsExactly(TURNER);
    assertThat(personas("Note 12 on rates")).isEmpty();
    assertThat(personas("Note 3 on rates"))
        .extracting(Label::origin)
        .containsOnly(LabelOrigin.CONFIRMED);
  }

  @Test
  void aRestartFindsNothingToDoAgain(@TempDir Path folder) throws IOException {
    bring(folder, 12);
    confirm("rates", TREASURER, 0, 10);
    confirm("lathes", TURNER, 0, 10);
    work().catchUp();
    long revision = assets.latestRevision();

    work().catchUp();

    assertThat(assets.latestRevision()).isEqualTo(revision);
    assertThat(
            JdbcClient.create(source)
                .sql("select count(*) from library_label_model")
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void whatAPersonRefusedIsNotSaidAgain(@TempDir Path folder) throws IOException {
    bring(folder, 12);
    confirm("rates", TREASURER, 0, 10);
    confirm("lathes", TURNER, 0, 10);
    work().catchUp();
    var refused = asset("Note 11 on rates");
    editing.edit(refused.id(), List.of(new AssetEdit.RefuseTerm(TREASURER)), "ingrid");

    work().catchUp();

    assertThat(personas("Note 11 on rates")).isEmpty();
    assertThat(personas("Note 10 on rates")).isNotEmpty();
  }

  @Test
  void labelsThatAreNoLongerLearnedGoAway(@TempDir Path folder) throws IOException {
    bring(folder, 14);
    confirm("rates", TREASURER, 0, 10);
    confirm("lathes", TURNER, 0, 10);
    work().catchUp();
    assertThat(personas("Note 11 on rates")).isNotEmpty();
    for (int i = 0; i < 10; i++) { // people think better of it: the labels mean nothing after all
      say(asset("Note " + i + " on rates").id(), i % 2 == 0 ? "Treasurer" : "Turner");
      say(asset("Note " + i + " on lathes").id(), i / 2 % 2 == 0 ? "Treasurer" : "Turner");
    }

    work().catchUp();

    assertThat(personas("Note 11 on rates")).isEmpty();
  }

  @Test
  void withoutAnyConfirmationTheCuesStay(@TempDir Path folder) throws IOException {
    bring(folder, 10);
    long revision = assets.latestRevision();

    work().catchUp();

    assertThat(assets.latestRevision()).isEqualTo(revision);
  }

  @Test
  void theLibraryIsReadOnceForEachStateOfIt(@TempDir Path folder) throws IOException {
    bring(folder, 3);
    confirm("rates", TREASURER, 0, 2);
    var everything = everythingSaid();

    var first = ofPersonas(everything);
    var again = ofPersonas(everything);
    confirm("rates", TURNER, 1, 2);
    var later = ofPersonas(everything);

    assertThat(first.count()).isEqualTo(2);
    assertThat(again).isSameAs(first);
    assertThat(later.digest()).isNotEqualTo(first.digest());
    assertThat(later.newest().getFirst().yes()).containsExactly(TURNER);
  }

  @Test
  void whatIsSaidTwiceAlikeHasTheSameDigestInWhateverOrder(@TempDir Path folder)
      throws IOException {
    bring(folder, 2);
    confirm("rates", TREASURER, 0, 1);
    confirm("lathes", TURNER, 0, 1);
    var before = ofPersonas(everythingSaid()).digest();

    confirm("rates", TURNER, 0, 1);
    confirm("rates", TREASURER, 0, 1); // now the newest of the two

    assertThat(ofPersonas(everythingSaid()).digest()).isEqualTo(before);
  }

  private EverythingSaid everythingSaid() {
    return new EverythingSaid(library.get(LibraryStore.class), List.of(Dimension.PERSONA));
  }

  private EverythingSaid.Said ofPersonas(EverythingSaid everything) {
    return Objects.requireNonNull(everything.at(assets.latestRevision()).get(Dimension.PERSONA));
  }
}
