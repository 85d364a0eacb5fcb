package dev.tandem.library.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.library.extraction.ExtractionOutcome.Extracted;
import dev.tandem.library.extraction.isolation.ExtractionSettings;
import dev.tandem.library.extraction.isolation.IsolatedTextExtractor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every format through the real child process. */
class FormatsTest {
  private static IsolatedTextExtractor extractor;

  @TempDir Path folder;

  @BeforeAll
  static void open() {
    extractor = new IsolatedTextExtractor(ExtractionSettings.defaults());
  }

  @AfterAll
  static void close() {
    extractor.close();
  }

  @Test
  void markdownBringsItsFrontMatterAndAPageForEachChapter() throws Exception {
    var text =
        read(
            "guide.md",
            """
            ---
            title: "Choosing a data platform"
            description: What to ask before you buy
            author: Ana Ruiz
            date: 2026-02-03
            stages: [awareness, consideration]
            language: no
            internal: true
            ---
            # Choosing a platform

            Every vendor claims to be *open*. Ask for [the export](https://example.com/export).

            ## What it costs

            | Edition | Price |
            |---------|-------|
            | Team    | 20    |

            - setup
            - training

            ## Who else uses it

            Banks &amp; insurers.
            """);
    assertThat(text.title()).isEqualTo("Choosing a data platform");
    assertThat(text.description()).isEqualTo("What to ask before you buy");
    assertThat(text.author()).isEqualTo("Ana Ruiz");
    assertThat(text.created()).isEqualTo(LocalDate.of(2026, 2, 3));
    assertThat(text.frontMatter())
        .containsEntry("stages", List.of("awareness", "consideration"))
        .containsEntry("language", "no")
        .containsEntry("date", "2026-02-03")
        .containsEntry("internal", true);
    assertThat(text.unit()).isEqualTo(PageUnit.SECTION);
    assertThat(text.pages())
        .extracting(Page::title)
        .containsExactly("Choosing a platform", "What it costs", "Who else uses it");
    assertThat(text.pages().get(1).text())
        .isEqualTo("What it costs\n\nEdition | Price\n\nTeam | 20\n\n- setup\n\n- training");
    assertThat(text.pages().get(0).text()).contains("Ask for the export.");
    assertThat(text.mediaType()).isEqualTo("text/markdown");
    assertThat(text.language()).isEqualTo("en");
  }

  @Test
  void frontMatterMayBeTomlOrMetaTagsToo() throws Exception {
    var toml =
        read(
            "post.md",
            """
            +++
            title = "Closing the books sooner"
            date = 2026-05-04
            draft = true
            [taxonomies]
            tags = ["month end", "ledger"]
            +++
            Twelve days are too many for anybody who has to close the books.
            """);
    assertThat(toml.title()).isEqualTo("Closing the books sooner");
    assertThat(toml.frontMatter())
        .containsEntry("tags", List.of("month end", "ledger"))
        .containsEntry("date", "2026-05-04")
        .containsEntry("status", "draft");
    var tags =
        read(
            "guide.md",
            """
            # Importing invoices

            Put all invoices into one folder and start the import.

            <meta name="category" value="guides">
            <meta name="description" content="From paper to ledger">
            """);
    assertThat(tags.frontMatter()).containsEntry("category", "guides");
    assertThat(tags.description()).isEqualTo("From paper to ledger");
  }

  @Test
  void pagesOfSiteGeneratorsAreReadAsTheirReadersSeeThem() throws Exception {
    var text =
        read(
            "2026-02-03-leaving-acme.mdx",
            """
            ---
            headline: "Leaving {{< rival >}}Acme"
            seo:
              metaDescription: Take everything with you
            authors:
              - name: Ana Ruiz
              - Ben Okoro
            keywords: migration, export
            published: false
            ---
            import Tabs from '@theme/Tabs';

            <Tabs values={[{label: 'macOS', value: 'mac'}]}>
              <TabItem value="mac">

                Install the agent with *one* command.

              </TabItem>
            </Tabs>

            ## What comes along {#along}

            - [x] Deals, ~~contacts~~ and notes[^1]

            [^1]: Notes since 2020.
            """);
    assertThat(text.mediaType()).isEqualTo("text/markdown");
    assertThat(text.title()).isEqualTo("Leaving Acme");
    assertThat(text.description()).isEqualTo("Take everything with you");
    assertThat(text.author()).isEqualTo("Ana Ruiz, Ben Okoro");
    assertThat(text.created()).isEqualTo(LocalDate.of(2026, 2, 3));
    assertThat(text.frontMatter())
        .containsEntry("status", "draft")
        .containsEntry("tags", List.of("migration", "export"));
    assertThat(text.pages())
        .extracting(Page::text)
        .containsExactly(
            "macOS\n\nInstall the agent with one command.",
            "What comes along\n\n- Deals, and notes\n\nNotes since 2020.");
  }

  @Test
  void aTitleThatOnlyLooksLikeMarkupStays() throws Exception {
    var text = read("a.md", "---\ntitle: '!!! Prices change'\n---\nWhat changes, and when.\n");
    assertThat(text.title()).isEqualTo("!!! Prices change");
  }

  @Test
  void aTemplateIsAPageWhateverItsEnding() throws Exception {
    var text =
        read(
            "adler.njk",
            """
            ---
            layout: page
            title: "Tandem <span class='x'>or Adler</span>"
            faq:
              - question: Can we take our deals along?
                answer: All of them, with their history.
            image: {alt: A picture that nobody reads}
            ---
            {% from "macros.njk" import "some table" %}
            <h2>What is different</h2>
            {% if plan == "a b" %}<p>No charge per seat.</p>{% endif %}
            """);
    assertThat(text.title()).isEqualTo("Tandem or Adler");
    assertThat(text.text())
        .contains("No charge per seat.", "take our deals along?", "with their history.")
        .doesNotContain("picture", "table", "a b");
  }

  @Test
  void aWebPageMayHaveFrontMatterToo() throws Exception {
    var text =
        read(
            "index.html",
            """
            ---
            title: Adler Case Study
            date: March 3, 2026
            ---
            {{< styles >}}
            <div class="details"><h1>Case study: Adler</h1>
            <p>Half the load time, a year after moving to our platform.</p></div>
            """);
    assertThat(text.title()).isEqualTo("Adler Case Study");
    assertThat(text.created()).isEqualTo(LocalDate.of(2026, 3, 3));
    assertThat(text.text()).startsWith("Case study: Adler").doesNotContain("---", "styles");
  }

  @Test
  void frontMatterThatCannotBeReadIsReportedAndTheTextIsKept() throws Exception {
    var text = read("broken.md", "---\ntitle: [unclosed\n---\n# Still here\n\nAnd readable.\n");
    assertThat(text.warnings()).singleElement().asString().contains("dashes", "line");
    assertThat(text.title()).isEqualTo("Still here");
    assertThat(text.text()).contains("And readable.");
  }

  @Test
  void aWebPageLosesItsFrameAndKeepsItsContent() throws Exception {
    var text =
        read(
            "page.html",
            """
            <!DOCTYPE html><html lang="en"><head><title>Case study | Acme</title>
            <meta property="og:title" content="How Brill cut costs by a third">
            <meta name="description" content="A case study in logistics"></head>
            <body>
            <header class="site-header"><a href="/">Acme</a> <a href="/p">Products</a></header>
            <nav><ul><li><a href="/a">Pricing</a><li><a href="/b">Blog</a></ul></nav>
            <div id="cookie-banner">We use cookies. <button>Accept all</button></div>
            <main><article><h1>How Brill cut costs</h1>
            <p>Brill moves forty thousand parcels a day and used to plan its routes by hand.</p>
            <h2>The result</h2><p>Fuel fell by a third within four months of the first week.</p>
            <ul><li>Two depots closed</li><li>No late parcel</li></ul></article></main>
            <aside>Related posts <a href="/x">Another story</a></aside>
            <footer>Imprint · Privacy</footer><script>alert('x')</script></body></html>
            """);
    assertThat(text.title()).isEqualTo("How Brill cut costs by a third");
    assertThat(text.description()).isEqualTo("A case study in logistics");
    assertThat(text.text())
        .contains("plan its routes by hand", "Fuel fell by a third", "- Two depots closed")
        .doesNotContain("cookies", "Pricing", "Imprint", "Another story", "alert");
    assertThat(text.pages())
        .extracting(Page::title)
        .containsExactly("How Brill cut costs", "The result");
  }

  @Test
  void aShortWebPageIsNeverEmptied() throws Exception {
    assertThat(read("short.html", "<div class=\"menu\">Lunch at noon</div>").text())
        .isEqualTo("Lunch at noon");
    assertThat(read("list.html", "<nav><a href=1>One</a> <a href=2>Two</a></nav>").text())
        .isEqualTo("One Two");
  }

  @Test
  void aPdfKeepsItsPagesAndFindsItsHeadings() throws Exception {
    var file =
        OfficeSamples.pdf(
            folder.resolve("paper.pdf"),
            "Security at Tessera",
            new String[] {
              "Security overview", "All traffic is encrypted in transit.", "Tessera - page 1"
            },
            new String[] {
              "Access control", "Every login needs a second factor.", "Tessera - page 2"
            },
            new String[] {"Incidents", "We tell customers within one day.", "Tessera - page 3"},
            new String[] {"Audits", "An independent firm looks every year.", "Tessera - page 4"});
    var text = read(file);
    assertThat(text.title()).isEqualTo("Security at Tessera");
    assertThat(text.unit()).isEqualTo(PageUnit.PAGE);
    assertThat(text.pages()).hasSize(4);
    assertThat(text.pages()).extracting(Page::number).containsExactly(1, 2, 3, 4);
    assertThat(text.pages().get(1).headings()).containsExactly("Access control");
    assertThat(text.pages().get(1).text())
        .isEqualTo("Access control\n\nEvery login needs a second factor.");
  }

  @Test
  void aPdfWithoutTextIsReadWithAWarning() throws Exception {
    var text = read(OfficeSamples.pdf(folder.resolve("scan.pdf"), "Infographic", new String[0]));
    assertThat(text.hasText()).isFalse();
    assertThat(text.pages()).hasSize(1);
    assertThat(text.warnings()).singleElement().asString().contains("only pictures");
  }

  @Test
  void aWordDocumentIsDividedByItsHeadings() throws Exception {
    var file =
        OfficeSamples.docx(
            folder.resolve("brief.docx"),
            "Solution brief",
            "Why now",
            "Costs rise every quarter.",
            "How it works",
            "Plug it in and wait a day.");
    var text = read(file);
    assertThat(text.title()).isEqualTo("Solution brief");
    assertThat(text.pages()).extracting(Page::title).containsExactly("Why now", "How it works");
    assertThat(text.pages().get(1).text()).contains("Plug it in", "Edition | Price");
  }

  @Test
  void slidesKeepTheirNumbersTitlesAndNotesApart() throws Exception {
    var file =
        OfficeSamples.pptx(
            folder.resolve("deck.pptx"),
            "First call deck",
            "Who we are",
            "Two hundred people in four countries",
            "Do not mention the merger",
            "What we do",
            "We move data safely",
            "");
    var text = read(file);
    assertThat(text.title()).isEqualTo("First call deck");
    assertThat(text.unit()).isEqualTo(PageUnit.SLIDE);
    assertThat(text.pages()).extracting(Page::title).containsExactly("Who we are", "What we do");
    assertThat(text.pages().get(0).text())
        .isEqualTo("Who we are\n\nTwo hundred people in four countries");
    assertThat(text.pages().get(0).notes()).isEqualTo("Do not mention the merger");
    assertThat(text.text()).doesNotContain("merger");
  }

  @Test
  void oldSlidesAreReadToo() throws Exception {
    var text =
        read(
            OfficeSamples.ppt(
                folder.resolve("old.ppt"), "Roadmap", "Autumn release", "Prices", "From 10"));
    assertThat(text.pages()).extracting(Page::title).containsExactly("Roadmap", "Prices");
    assertThat(text.pages().get(1).text()).isEqualTo("Prices\n\nFrom 10");
  }

  @Test
  void aWorkbookHasAPageForEachSheet() throws Exception {
    var sheets = new LinkedHashMap<String, String[][]>();
    sheets.put(
        "Prices", new String[][] {{"Edition", "Monthly"}, {"Team", "20"}, {"", "from", "", "May"}});
    sheets.put("Savings", new String[][] {{"Hours saved", "310"}});
    for (var file :
        List.of(
            OfficeSamples.xlsx(folder.resolve("roi.xlsx"), sheets),
            OfficeSamples.xls(folder.resolve("roi.xls"), sheets))) {
      var text = read(file);
      assertThat(text.unit()).isEqualTo(PageUnit.SHEET);
      assertThat(text.pages()).extracting(Page::title).containsExactly("Prices", "Savings");
      assertThat(text.pages().get(0).text())
          .isEqualTo("Edition | Monthly\n\nTeam | 20\n\nfrom | May");
    }
  }

  @Test
  void openDocumentsAreReadLikeTheirCousins() throws Exception {
    var odt =
        read(
            OfficeSamples.openDocument(
                folder.resolve("guide.odt"),
                "text",
                "<office:text><text:h text:outline-level=\"1\">Start</text:h><text:p>Open<text:s"
                    + " text:c=\"2\"/>the box.</text:p><text:h"
                    + " text:outline-level=\"2\">Next</text:h><text:p>Read"
                    + " on.</text:p></office:text>"));
    assertThat(odt.title()).isEqualTo("Field guide");
    assertThat(odt.created()).isEqualTo(LocalDate.of(2026, 3, 4));
    assertThat(odt.pages())
        .extracting(Page::text)
        .containsExactly("Start\n\nOpen the box.", "Next\n\nRead on.");

    var odp =
        read(
            OfficeSamples.openDocument(
                folder.resolve("deck.odp"),
                "presentation",
                "<office:presentation><draw:page draw:name=\"p1\"><draw:frame"
                    + " presentation:class=\"title\"><draw:text-box><text:p>Hello</text:p></draw:text-box></draw:frame>"
                    + "<draw:frame><draw:text-box><text:p>World</text:p></draw:text-box></draw:frame>"
                    + "<presentation:notes><draw:frame><draw:text-box><text:p>Smile</text:p></draw:text-box></draw:frame></presentation:notes></draw:page><draw:page"
                    + " draw:name=\"p2\"/></office:presentation>"));
    assertThat(odp.pages()).extracting(Page::title).containsExactly("Hello", null);
    assertThat(odp.pages().get(0).text()).isEqualTo("Hello\n\nWorld");
    assertThat(odp.pages().get(0).notes()).isEqualTo("Smile");

    var ods =
        read(
            OfficeSamples.openDocument(
                folder.resolve("sums.ods"),
                "spreadsheet",
                "<office:spreadsheet><table:table"
                    + " table:name=\"Year\"><table:table-row><table:table-cell><text:p>A</text:p></table:table-cell><table:table-cell><text:p>B</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>"));
    assertThat(ods.pages()).extracting(Page::title).containsExactly("Year");
    assertThat(ods.pages().get(0).text()).isEqualTo("A | B");
  }

  @Test
  void richTextAndPlainTextAreRead() throws Exception {
    assertThat(
            read("note.rtf", "{\\rtf1\\ansi\\pard Hello {\\b bold} world.\\par Second line.}")
                .text())
        .contains("Hello bold world.", "Second line.");
    assertThat(read("note.txt", "Erste Zeile\r\n\r\nZweite Zeile").text())
        .isEqualTo("Erste Zeile\n\nZweite Zeile");
    assertThat(read("prices.csv", "edition;price\nTeam;20\n").text()).contains("Team;20");
  }

  @Test
  void encodingsAreRecognised() throws Exception {
    var words = "Größe, Maß und Überschüsse für die nächste Prüfung der Verträge";
    for (var charset :
        List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"), StandardCharsets.UTF_16)) {
      var file = folder.resolve(charset.name() + ".txt");
      Files.write(file, words.getBytes(charset));
      assertThat(read(file).text()).as(charset.name()).isEqualTo(words);
    }
  }

  @Test
  void theSubjectOfAMailIsItsTitleAndAttachmentsAreNamed() throws Exception {
    var text =
        read(
            "follow-up.eml",
            """
            From: Ana Ruiz <ana@example.com>
            To: buyer@example.com
            Subject: =?UTF-8?Q?Ihr_Gespr=C3=A4ch_mit_uns?=
            Date: Tue, 3 Feb 2026 10:00:00 +0000
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="x"

            --x
            Content-Type: text/html; charset=utf-8

            <p>Vielen Dank für Ihre <b>Zeit</b>.</p>
            --x
            Content-Type: application/pdf; name="offer.pdf"
            Content-Disposition: attachment; filename="offer.pdf"

            abc
            --x--
            """
                .replace("\n", "\r\n"));
    assertThat(text.title()).isEqualTo("Ihr Gespräch mit uns");
    assertThat(text.author()).isEqualTo("Ana Ruiz");
    assertThat(text.text()).isEqualTo("Vielen Dank für Ihre Zeit.");
    assertThat(text.warnings()).singleElement().asString().contains("offer.pdf");
  }

  @Test
  void subtitlesBecomeTextWithTheTimesOfItsPages() throws Exception {
    var srt = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      srt.append(i + 1)
          .append(
              "\n00:%02d:%02d,000 --> 00:%02d:%02d,500\n"
                  .formatted(i / 12, i * 5 % 60, i / 12, i * 5 % 60 + 4))
          .append("<i>Sentence number ")
          .append(i)
          .append("</i> ends here.\n\n");
    }
    var text = read("talk.srt", srt.toString());
    assertThat(text.unit()).isEqualTo(PageUnit.TIME);
    assertThat(text.pages())
        .extracting(Page::title)
        .containsExactly("00:00–01:04", "01:05–02:09", "02:10–02:29");
    assertThat(text.pages().get(0).text())
        .startsWith("Sentence number 0 ends here. Sentence number 1 ends here.");

    var vtt =
        read(
            "talk.vtt",
            "WEBVTT\n\n"
                + "NOTE made by hand\n\n"
                + "00:01.000 --> 00:03.000\n"
                + "<v Ana>Welcome to the webinar.\n\n"
                + "00:03.000 --> 00:05.000\n"
                + "<v Ben>Thank you &amp; hello.\n");
    assertThat(vtt.text()).isEqualTo("Ana: Welcome to the webinar.\n\nBen: Thank you & hello.");
  }

  @Test
  void aWrongEndingIsNoticedAndTheContentDecides() throws Exception {
    var pdf = OfficeSamples.pdf(folder.resolve("a.pdf"), "T", new String[] {"Heading", "Text"});
    var text = read(Files.copy(pdf, folder.resolve("report.docx")));
    assertThat(text.mediaType()).isEqualTo("application/pdf");
    assertThat(text.warnings()).singleElement().asString().contains(".docx but is a PDF");
  }

  @Test
  void longTextIsCutOffAndSaysSo() throws Exception {
    var file = folder.resolve("long.txt");
    Files.writeString(file, "word ".repeat(10_000));
    var outcome = extractor.extract(file, new ExtractionRequest("long.txt", null, 1_000));
    var text = ((Extracted) outcome).text();
    assertThat(text.truncated()).isTrue();
    assertThat(text.text().length()).isEqualTo(1_000);
    assertThat(text.warnings()).singleElement().asString().contains("first 1,000 characters");
  }

  @Test
  void languagesAreToldApartAndShortTextsAreNotGuessed() throws Exception {
    var samples =
        Map.of(
            "en", "The buyer wants to know what the product costs and who else is using it today.",
            "de",
                "Der Käufer möchte wissen, was das Produkt kostet und wer es heute schon benutzt.",
            "fr",
                "L'acheteur veut savoir combien coûte le produit et qui l'utilise déjà"
                    + " aujourd'hui.",
            "nl", "De koper wil weten wat het product kost en wie het vandaag de dag al gebruikt.",
            "es", "El comprador quiere saber cuánto cuesta el producto y quién lo utiliza ya hoy.");
    samples.forEach(
        (language, words) -> {
          try {
            assertThat(read(language + ".txt", words).language()).isEqualTo(language);
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        });
    assertThat(read("short.txt", "Price list").language()).isNull();
  }

  @Test
  void theFirstPageIsDrawnForPdfAndSlidesOnly() throws Exception {
    var pdf = OfficeSamples.pdf(folder.resolve("a.pdf"), "T", new String[] {"Heading", "Text"});
    var pptx = OfficeSamples.pptx(folder.resolve("a.pptx"), "T", "Title", "Text", "");
    var ppt = OfficeSamples.ppt(folder.resolve("a.ppt"), "Title", "Text");
    for (var file : List.of(pdf, pptx, ppt)) {
      var png = extractor.preview(file, 320).orElseThrow();
      var image = ImageIO.read(new ByteArrayInputStream(png));
      assertThat(image.getWidth()).as(file.toString()).isBetween(319, 321);
      assertThat(darkPixels(image)).as(file.toString()).isPositive();
    }
    var txt = Files.writeString(folder.resolve("a.txt"), "words");
    assertThat(extractor.preview(txt, 320)).isEmpty();
  }

  private static long darkPixels(java.awt.image.BufferedImage image) {
    long dark = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        dark += (image.getRGB(x, y) & 0xFF) < 128 ? 1 : 0;
      }
    }
    return dark;
  }

  private ExtractedText read(String name, String content) throws IOException {
    return read(Files.writeString(folder.resolve(name), content));
  }

  private static ExtractedText read(Path file) {
    var outcome = extractor.extract(file, ExtractionRequest.named(file.getFileName().toString()));
    assertThat(outcome).isInstanceOf(Extracted.class);
    return ((Extracted) outcome).text();
  }
}
