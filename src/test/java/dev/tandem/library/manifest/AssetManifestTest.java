package dev.tandem.library.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.library.AssetStatus;
import dev.tandem.taxonomy.Audience;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssetManifestTest {
  private static final Currency EURO = Currency.getInstance("EUR");

  private static AssetManifest parse(String csv) {
    return AssetManifest.parse(csv, EURO);
  }

  private static GivenValues only(String csv) {
    var manifest = parse(csv);
    assertThat(manifest.problems()).isEmpty();
    assertThat(manifest.rows()).hasSize(1);
    return manifest.rows().getFirst().values();
  }

  @Test
  void aFullRowIsUnderstood() {
    var values =
        only(
            """
            ID,Path,title,Type,STAGES,personas,products,language,audience,status,url,published_on,cost,tags
            a-1,x/y.pdf,"Hello, ""you""\",Case Studies,decision|post-sale,CFO|Head of Fun,Rocket,German,Internal,live,https://example.org/x,2026-03-12,1800,a|b
            """);
    assertThat(values.title()).isEqualTo("Hello, \"you\"");
    assertThat(values.type()).isEqualTo(ContentType.CASE_STUDY);
    assertThat(values.stages()).containsExactly(JourneyStage.DECISION, JourneyStage.POST_SALE);
    assertThat(values.terms().get(Dimension.PERSONA)).containsExactly("CFO", "Head of Fun");
    assertThat(values.language()).isEqualTo("de");
    assertThat(values.audience()).isEqualTo(Audience.INTERNAL);
    assertThat(values.status()).isEqualTo(AssetStatus.PUBLISHED);
    assertThat(values.publishedOn()).isEqualTo("2026-03-12");
    assertThat(values.tags()).containsExactly("a", "b");
  }

  @Test
  void columnsAndStagesMayHaveTheNamesThatMarketingTeamsUse() {
    var values =
        only(
            """
            File,Asset Name,Asset type,Funnel stage,Verticals,Publish date,Expiry date
            x.pdf,Hello,Whitepaper,TOFU|Evaluation stage|Bottom of the funnel|Renewal,Retail,2026-03-12,2027-01-01
            """);
    assertThat(values.title()).isEqualTo("Hello");
    assertThat(values.type()).isEqualTo(ContentType.WHITE_PAPER);
    assertThat(values.stages()).containsExactly(JourneyStage.values());
    assertThat(values.terms().get(Dimension.INDUSTRY)).containsExactly("Retail");
    assertThat(values.publishedOn()).isEqualTo("2026-03-12");
    assertThat(values.expiresOn()).isEqualTo("2027-01-01");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "path;title\na.md;Größe",
        "path\ttitle\na.md\tGröße",
        "\uFEFFpath,title\r\na.md,Größe\r\n"
      })
  void separatorsAndMarksOfSpreadsheetsAreRecognised(String csv) {
    assertThat(only(CsvRecords.decode(csv.getBytes(StandardCharsets.UTF_8))).title())
        .isEqualTo("Größe");
  }

  @Test
  void whatOlderSpreadsheetsWriteIsReadToo() {
    var bytes = "path;title\na.md;Größe".getBytes(java.nio.charset.Charset.forName("windows-1252"));
    assertThat(only(CsvRecords.decode(bytes)).title()).isEqualTo("Größe");
  }

  @ParameterizedTest(name = "{1} in {0}")
  @CsvSource(
      delimiter = '#',
      commentCharacter = '%',
      textBlock =
          """
          type         # opera         # row 2, type: 'opera' is not a known content type; it will be inferred
          stages       # someday       # row 2, stages: 'someday' is none of awareness, consideration, decision, post_sale
          published_on # 12.03.2026    # row 2, published_on: '12.03.2026' is not a date like 2026-03-31; left empty
          cost         # a lot         # row 2, cost: 'a lot' is not an amount like 1800 or 1800.50 USD; left empty
          language     # Klingonesque  # row 2, language: 'Klingonesque' is not a language code such as en or de
          url          # javascript:x  # row 2, url: not a web address (http or https): 'javascript:x'
          colour       # red           # row 1, colour: unknown column, its values are not used
          """)
  void whatIsNotUnderstoodIsReportedWithItsRow(String column, String value, String problem) {
    var manifest = parse("path," + column + "\na.md," + value + "\n");
    assertThat(manifest.rows()).hasSize(1);
    assertThat(manifest.problems()).extracting(Problem::toString).containsExactly(problem);
  }

  @Test
  void anUnknownAudienceOrStatusFallsOnTheSafeSide() {
    var manifest = parse("path,audience,status\na.md,martians,nearly done\n");
    assertThat(manifest.rows().getFirst().values().audience()).isEqualTo(Audience.INTERNAL);
    assertThat(manifest.rows().getFirst().values().status()).isEqualTo(AssetStatus.DRAFT);
    assertThat(manifest.problems()).hasSize(2);
  }

  @Test
  void aBrokenRowCostsOnlyItself() {
    var manifest =
        parse(
            """
            id,path,title
            one,a.md,fine
            two,b.md,"never closed
            three,c.md,fine again
            four,d.md,too,many,cells
            bad id!,e.md,x
            one,f.md,same id
            six,a.md,same path
            seven,,no path
            """);
    assertThat(manifest.rows()).extracting(ManifestRow::path).containsExactly("a.md", "c.md");
    assertThat(manifest.problems()).extracting(Problem::row).containsExactly(3, 5, 6, 7, 8, 9);
    assertThat(manifest.refused()).containsOnlyKeys("d.md", "e.md", "f.md");
  }

  @Test
  void quotedCellsMayHoldLineBreaksAndStrayQuotesAreLetters() {
    var manifest = parse("path,title\na.md,\"two\nlines\"\nb.md,a 5\" screen\n");
    assertThat(manifest.problems()).isEmpty();
    assertThat(manifest.rows())
        .extracting(row -> row.values().title())
        .containsExactly("two\nlines", "a 5\" screen");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1800       | 1800    EUR
          1,800      | 1800    EUR
          1.800,50   | 1800.50 EUR
          1,800.50   | 1800.50 EUR
          12,5       | 12.5    EUR
          $ 1 800    | 1800    USD
          1800 CHF   | 1800    CHF
          """)
  void amountsAreReadAsPeopleWriteThem(String written, String meant) {
    var cost = Amount.read(written, EURO).orElseThrow();
    assertThat(cost.amount() + " " + cost.currency()).isEqualTo(meant.replaceAll(" +", " "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "id\na\n", "\"broken"})
  void aManifestWithoutUseSaysWhy(String csv) {
    assertThat(parse(csv).rows()).isEmpty();
    assertThat(parse(csv).problems()).isNotEmpty();
  }
}
