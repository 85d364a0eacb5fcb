package dev.tandem.library.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.library.Asset;
import dev.tandem.library.AssetEdit;
import dev.tandem.library.AssetEditing;
import dev.tandem.library.AssetField;
import dev.tandem.library.AssetId;
import dev.tandem.library.AssetStatus;
import dev.tandem.library.Assets;
import dev.tandem.library.Label;
import dev.tandem.library.LabelOrigin;
import dev.tandem.library.LibraryAlone;
import dev.tandem.library.extraction.HostileFiles;
import dev.tandem.library.store.Originals;
import dev.tandem.taxonomy.Audience;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Term;
import dev.tandem.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FolderImportTest {
  private static final String STORY =
      """
      # How Aldermoor Bank cut onboarding by 40 %

      ## The challenge
      Aldermoor Bank opened accounts on paper. The CFO wanted fewer branches, and the bank lost 12 % of
      its applicants on the way.

      ## The results
      Onboarding takes 40 % less time, drop-out fell by 9 %, and cost by 17 %.
      “We would not go back, and neither would our customers in the branches,” says Ada Quill, CFO.
      """;

  private final LibraryAlone library;
  private Path folder = Path.of("");
  private final FolderImport imports;
  private final Assets assets;
  private final AssetEditing editing;
  private final Originals originals;

  FolderImportTest(@TempDir Path home, DataSource source) {
    library = new LibraryAlone(home, source);
    imports = library.get(FolderImport.class);
    assets = library.get(Assets.class);
    editing = library.get(AssetEditing.class);
    originals = library.get(Originals.class);
  }

  @BeforeEach
  void emptyTheFolder(@TempDir Path empty) {
    folder = empty;
  }

  @AfterAll
  void close() {
    library.close();
  }

  @AfterEach
  void emptyTheLibrary() {
    assets.all().forEach(asset -> editing.delete(asset.id(), null));
  }

  private void write(String path, String text) throws IOException {
    var file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private ImportReport run() throws IOException {
    return imports.run(folder, Optional.empty(), null, (done, total) -> {});
  }

  private Asset only() {
    assertThat(assets.all()).hasSize(1);
    return assets.all().getFirst();
  }

  @Test
  void whatNobodySaidIsInferredFromTheText() throws IOException {
    write("case-studies/aldermoor.md", STORY);
    assertThat(run().published()).isOne();
    var asset = only();
    assertThat(asset.title().value()).isEqualTo("How Aldermoor Bank cut onboarding by 40 %");
    assertThat(asset.type().value()).isEqualTo(ContentType.CASE_STUDY);
    assertThat(asset.type().isInferred()).isTrue();
    assertThat(asset.type().basis()).contains("case studies");
    assertThat(asset.stages()).extracting(Label::value).contains(JourneyStage.DECISION);
    assertThat(asset.terms(Dimension.PERSONA))
        .extracting(label -> label.value().label())
        .contains("CFO");
    assertThat(asset.language().value()).isEqualTo("en");
    assertThat(asset.status()).isEqualTo(AssetStatus.PUBLISHED);
    assertThat(originals.find(String.valueOf(asset.checksum()))).isPresent();
    assertThat(assets.text(asset.id()).orElseThrow().pages()).isNotEmpty();
  }

  @Test
  void importingAgainChangesNothing() throws IOException {
    write("a.md", STORY);
    write(
        "manifest.csv",
        "path,url,title,type\na.md,,Told by us,case study\n,https://example.org/v,A film,video\n");
    assertThat(run().published()).isEqualTo(2);
    long revision = assets.latestRevision();
    var again = run();
    assertThat(again.unchanged()).isEqualTo(2);
    assertThat(again.total()).isEqualTo(2);
    assertThat(assets.latestRevision()).isEqualTo(revision);
  }

  @Test
  void aChangedFileIsANewVersionOfTheSameAsset() throws IOException {
    write("a.md", STORY);
    run();
    var first = only();
    write("a.md", STORY + "\nA postscript of 2027.\n");
    var report = run();
    assertThat(report.updated()).isOne();
    var second = only();
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.version()).isEqualTo(2);
    assertThat(editing.versions(first.id())).extracting("number").containsExactly(2, 1);
    assertThat(originals.find(String.valueOf(first.checksum()))).isPresent();
  }

  @Test
  void whatAPersonDecidedSurvivesANewVersion() throws IOException {
    write("case-studies/a.md", STORY);
    run();
    var id = only().id();
    var cfo = new Term(Dimension.PERSONA, "CFO");
    editing.edit(
        id,
        List.of(
            new AssetEdit.Title("Our words"),
            new AssetEdit.Type(ContentType.REFERENCE),
            new AssetEdit.RefuseTerm(cfo),
            new AssetEdit.Status(AssetStatus.ARCHIVED)),
        "mara");
    write("case-studies/a.md", STORY + "\nMore about the CFO and the CFO's CFO.\n");
    run();
    var asset = only();
    assertThat(asset.version()).isEqualTo(2);
    assertThat(asset.title().value()).isEqualTo("Our words");
    assertThat(asset.type())
        .isEqualTo(new Label<>(ContentType.REFERENCE, LabelOrigin.CONFIRMED, 1, null));
    assertThat(asset.terms(Dimension.PERSONA)).extracting(Label::value).doesNotContain(cfo);
    assertThat(asset.status()).isEqualTo(AssetStatus.ARCHIVED);
    assertThat(editing.corrections(id))
        .anySatisfy(
            it -> {
              assertThat(it.field()).isEqualTo(AssetField.TITLE);
              assertThat(it.by()).isEqualTo("mara");
              assertThat(it.after()).isEqualTo("Our words");
            });
  }

  @Test
  void theManifestIsStrongerThanFrontMatterAndThatThanAGuess() throws IOException {
    write("a.md", "---\ntitle: From the file\ntype: ebook\naudience: internal\n---\n" + STORY);
    write(
        "manifest.csv",
        "Path;Title;Personas;COST\na.md;From the manifest;CFO|Head of Fun;1.800,50\n");
    assertThat(run().manifestProblems()).isEmpty();
    var asset = only();
    assertThat(asset.title()).isEqualTo(Label.given("From the manifest"));
    assertThat(asset.type().origin()).isEqualTo(LabelOrigin.METADATA);
    assertThat(asset.type().value()).isEqualTo(ContentType.EBOOK);
    assertThat(asset.audience().value()).isEqualTo(Audience.INTERNAL);
    assertThat(asset.terms(Dimension.PERSONA))
        .extracting(label -> label.value().label())
        .containsExactly("CFO", "Head of Fun");
    assertThat(String.valueOf(asset.cost())).contains("1800.50");
  }

  @Test
  void whatASiteGeneratorHoldsBackIsADraftHereToo() throws IOException {
    write("posts/2026-02-03-prices.md", "---\ndraft: true\n---\n" + STORY);
    assertThat(run().warnings())
        .singleElement()
        .satisfies(it -> assertThat(it.message()).contains("a draft", "until it is published"));
    assertThat(only().status()).isEqualTo(AssetStatus.DRAFT);
    assertThat(only().publishedOn()).isEqualTo(LocalDate.of(2026, 2, 3));
  }

  @Test
  void aPageCalledIndexGoesByItsFolder() throws IOException {
    write("posts/2026-02-03-what-we-charge/index.md", "We say what we charge and why we do.\n");
    run();
    assertThat(only().title().value()).isEqualTo("What we charge");
  }

  @Test
  void theTeaserIsTheFirstTextAndNoListTableOrCode() throws IOException {
    write(
        "a.md",
        """
        # Sync deals

        - one list item that is as long as a paragraph and says hardly anything at all

        ```
        const client = new Client({ token: process.env.TOKEN, url: "https://example.com" });
        ```

        Deals come in every ten minutes, and nothing is lost while the CRM is away.
        """);
    run();
    assertThat(only().description().value()).startsWith("Deals come in every ten minutes");
  }

  @Test
  void equalFilesAndEqualTextsAreDuplicatesOfTheFirst() throws IOException {
    write("a.md", STORY);
    write("b/copy.md", STORY);
    write("c.txt", STORY.replace("# ", "").replace("#", "").replace("\n\n", "\n \n"));
    var report = run();
    assertThat(report.published()).isOne();
    assertThat(report.duplicates())
        .extracting(ImportReport.DuplicateFile::path)
        .containsExactly("b/copy.md", "c.txt");
    assertThat(run().duplicates()).hasSize(2);
  }

  @Test
  void oneBadFileStopsNothing(@TempDir Path elsewhere) throws IOException {
    var secret = Files.writeString(elsewhere.resolve("secret.md"), STORY);
    write("empty.pdf", "");
    write("broken.pdf", "%PDF-1.7 and then nothing");
    write(".hidden.md", STORY);
    Files.createSymbolicLink(folder.resolve("link.md"), secret);
    write("good.md", STORY);
    write("manifest.csv", "path,title\n../secret.md,Out\n/etc/passwd,Out\nmissing.md,Gone\n");
    var report = run();
    assertThat(report.published()).isOne();
    assertThat(report.rejections())
        .extracting(ImportReport.Rejection::path)
        .containsExactlyInAnyOrder(
            "../secret.md", "/etc/passwd", "missing.md", "link.md", "empty.pdf", "broken.pdf");
    assertThat(report.rejections()).allSatisfy(it -> assertThat(it.reason()).isNotBlank());
  }

  @Test
  void deletingRemovesTheFileAndLeavesATombstone() throws IOException {
    write("a.md", STORY);
    run();
    var asset = only();
    long before = assets.latestRevision();
    assertThat(editing.delete(asset.id(), "mara")).isTrue();
    assertThat(originals.find(String.valueOf(asset.checksum()))).isEmpty();
    assertThat(assets.changedAfter(before, 10))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.id()).isEqualTo(asset.id());
              assertThat(change.asset()).isNull();
            });
    assertThat(editing.delete(new AssetId("nobody"), null)).isFalse();
  }

  @Test
  void idsComeFromTheManifestElseFromTheTitle() throws IOException {
    write("a.md", STORY);
    write(
        "b.md",
        "# Über Größe\n\n"
            + "Ein kurzer Text über Größe und Maß, lang genug zum Lesen und Verstehen.");
    write("manifest.csv", "id,path\nmy.own-id,a.md\n");
    run();
    assertThat(assets.all())
        .extracting(it -> it.id().value())
        .containsExactlyInAnyOrder("my.own-id", "ueber-groesse");
  }

  @Test
  void hostileFilesEndInOutcomesAndLeaveTheLibraryWhole() throws Exception {
    var hostile = HostileFiles.writeTo(folder);
    write("good.md", STORY);
    var report = run();
    System.out.printf(
        "%d hostile files: %d published, %d duplicate, %d rejected%n",
        hostile.size(), report.published(), report.duplicates().size(), report.rejections().size());
    assertThat(hostile).hasSizeGreaterThan(100);
    assertThat(report.rejections()).allSatisfy(it -> assertThat(it.reason()).isNotBlank());
    assertThat(assets.all()).hasSize(report.published());
    assertThat(assets.all())
        .extracting(asset -> asset.title().value())
        .contains("How Aldermoor Bank cut onboarding by 40 %");
    for (var asset : assets.all())
      assertThat(assets.text(asset.id()).map(Object::toString).orElse(""))
          .doesNotContain(HostileFiles.SECRET);
    long revision = assets.latestRevision();
    assertThat(run().published()).isZero();
    assertThat(assets.latestRevision()).isEqualTo(revision);
  }
}
