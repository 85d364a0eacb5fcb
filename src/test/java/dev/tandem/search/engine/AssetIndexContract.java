package dev.tandem.search.engine;

import static dev.tandem.search.SmallLibrary.TODAY;
import static dev.tandem.search.SmallLibrary.anAsset;
import static dev.tandem.search.SmallLibrary.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.encoder.Embedding;
import dev.tandem.library.AssetId;
import dev.tandem.library.AssetStatus;
import dev.tandem.library.AssetText;
import dev.tandem.search.AssetHits.FacetCount;
import dev.tandem.search.AssetHits.Hit;
import dev.tandem.search.AssetIndex;
import dev.tandem.search.AssetQuery;
import dev.tandem.search.AssetQuery.Clue;
import dev.tandem.search.AssetQuery.Filters;
import dev.tandem.search.AssetQuery.Order;
import dev.tandem.search.AssetQuery.Without;
import dev.tandem.search.SmallLibrary;
import dev.tandem.search.TextPassage;
import dev.tandem.taxonomy.Audience;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Term;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every engine must do. */
public abstract class AssetIndexContract {

  /** A new index without content, whose clock stands at {@link SmallLibrary#TODAY}. */
  protected abstract AssetIndex emptyIndex();

  /** Lets the days go by for the indexes made before. */
  protected abstract void letItBe(LocalDate day);

  private AssetIndex smallLibrary() {
    var index = emptyIndex();
    SmallLibrary.putInto(index);
    return index;
  }

  @ParameterizedTest(name = "{0} at {1}: {2} comes first")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          security questionnaire                         |               | security-questionnaire
          soc2                                           |               | security-one-pager
          soc-2 report                                   |               | security-one-pager
          dsgvo                                          |               | datenschutz
          gdpr                                           |               | datenschutz
          roi                                            |               | roi-calculator
          tco                                            |               | business-case
          proof of concept                               |               | pilot-plan
          paymatic                                       | CONSIDERATION | comparison-paymatic
          how do we compare with paymatic                |               | comparison-paymatic
          hospital                                       | DECISION      | case-hospital
          nurses                                         |               | case-hospital
          customer story retail                          |               | case-retail
          time clock px-40                               |               | time-webinar
          px40                                           |               | time-webinar
          datasheet                                      |               | datasheet-core
          Lohnabrechnung korrigieren                     |               | anleitung-korrektur
          Korrekturen der Lohnabrechnung                 |               | anleitung-korrektur
          Loeschfristen                                  |               | datenschutz
          rechenzentrum                                  |               | datenschutz
          something for the CFO that shows it pays off   |               | roi-calculator
          correct a payslip                              | POST_SALE     | how-to-corrections
          workday                                        |               | integration-brief
          why change now                                 | AWARENESS     | spreadsheets-blog
          IT director                                    | CONSIDERATION | integration-brief
          """)
  void theBestAssetComesFirst(String need, JourneyStage stage, String expected) {
    var query = AssetQuery.of(need);
    if (stage != null) query = query.withFilters(stages(stage));
    assertThat(ids(smallLibrary(), query)).first().isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}: did you mean {1}?")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          securty questionaire   | security questionnaire
          the hidden cots        | the hidden cost
          Lohnabrechnug          | lohnabrechnung
          wroked with paymatik   | worked with paymatic
          integraton of sap      | integration of sap
          """)
  void unknownWordsAreSpelledAsTheLibraryKnowsThem(String typed, String meant) {
    var index = smallLibrary();
    index.put(anAsset("filler").titled("Worked examples of an integration").build(), null);
    index.refresh();
    assertThat(index.search(AssetQuery.of(typed + " ")).didYouMean()).isEqualTo(meant);
  }

  @Test
  void typosStillFind() {
    var index = smallLibrary();
    assertThat(ids(index, AssetQuery.of("securty questionaire")))
        .first()
        .isEqualTo("security-questionnaire");
    assertThat(ids(index, AssetQuery.of("paymatc"))).contains("comparison-paymatic");
  }

  @Test
  void nothingIsCorrectedThatTheLibraryKnows() {
    assertThat(smallLibrary().search(AssetQuery.of("soc 2 e-mail payslips")).didYouMean()).isNull();
  }

  @ParameterizedTest(name = "{0} is read for its meaning as: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sso setup                  | sso setup single sign on
          2fa beside SSO             | 2fa beside SSO multi factor authentication single sign on
          price list                 | price list
          a calculator for the board | a calculator for the board
          """)
  void anEncoderReadsWhatAbbreviationsStandFor(String typed, String read) {
    assertThat(smallLibrary().spelledOut(AssetQuery.of(typed + " "))).isEqualTo(read);
  }

  @Test
  void theLastWordNeedNotBeFinished() {
    assertThat(ids(smallLibrary(), AssetQuery.of("security quest")))
        .first()
        .isEqualTo("security-questionnaire");
  }

  @Test
  void retiredAssetsDisappear() {
    var index = smallLibrary();
    index.remove(new AssetId("security-questionnaire"));
    index.refresh();
    assertThat(ids(index, AssetQuery.of("security questionnaire")))
        .isNotEmpty()
        .doesNotContain("security-questionnaire");
  }

  @Test
  void aChangedAssetIsFoundByItsNewWordsOnly() {
    var index = emptyIndex();
    index.put(anAsset("a").titled("Zebras").build(), text("a", List.of("About stripes.")));
    index.put(anAsset("a").titled("Giraffes").build(), text("a", List.of("About necks.")));
    index.refresh();
    assertThat(ids(index, AssetQuery.of("giraffes"))).containsExactly("a");
    assertThat(ids(index, AssetQuery.of("necks"))).containsExactly("a");
    assertThat(ids(index, AssetQuery.of("stripes "))).isEmpty();
    assertThat(index.status().assets()).isEqualTo(1);
  }

  @Test
  void expiredDraftAndArchivedAssetsAreNotRecommendable() {
    var index = emptyIndex();
    index.put(anAsset("lasts").titled("offer").expiring(TODAY.plusDays(1)).build(), null);
    index.put(anAsset("ends-today").titled("offer").expiring(TODAY).build(), null);
    index.put(anAsset("draft").titled("offer").withStatus(AssetStatus.DRAFT).build(), null);
    index.put(anAsset("gone").titled("offer").withStatus(AssetStatus.ARCHIVED).build(), null);
    index.refresh();
    assertThat(ids(index, AssetQuery.of("offer"))).containsExactly("lasts");
    assertThat(ids(index, AssetQuery.of("offer").withUnpublished())).hasSize(4);
    letItBe(TODAY.plusDays(1));
    assertThat(ids(index, AssetQuery.of("offer"))).isEmpty();
  }

  @Test
  void internalAssetsAreOnlyForThoseWhoMaySeeThem() {
    var index = smallLibrary();
    var forBuyers = AssetQuery.of("paymatic").withAudiences(Set.of(Audience.BUYER));
    assertThat(ids(index, AssetQuery.of("paymatic"))).contains("battlecard-paymatic");
    assertThat(ids(index, forBuyers)).isNotEmpty().doesNotContain("battlecard-paymatic");
    assertThat(index.complete("battlecard w", 5)).hasSize(1);
    assertThat(index.complete("battlecard w", Set.of(Audience.BUYER), 5)).isEmpty();
  }

  @Test
  void aCompoundFindsWhatSpeaksOfItsParts() {
    var index = emptyIndex();
    index.put(
        anAsset("planung").titled("Planung der Schichten im Klinikum").in("de").build(), null);
    index.put(anAsset("lohn").titled("Abrechnung der Zuschläge").in("de").build(), null);
    index.put(anAsset("urlaub").titled("Urlaub im Klinikum").in("de").build(), null);
    index.refresh();
    assertThat(ids(index, AssetQuery.of("Schichtplanung"))).containsExactly("planung");
    assertThat(ids(index, AssetQuery.of("Schichtenplanung "))).containsExactly("planung");
  }

  @Test
  void aWordWhoseStemIsALittleWordDoesNotFindTheLittleWord() {
    var index = emptyIndex();
    index.put(anAsset("little").titled("Nach der Störung").in("de").build(), null);
    index.put(anAsset("next").titled("Der nächste Schritt").in("de").build(), null);
    index.put(anAsset("other").titled("Ganz anderes").in("de").build(), null);
    index.refresh();
    assertThat(ids(index, AssetQuery.of("nächste "))).containsExactly("next");
    var clue = AssetQuery.of("").withClues(List.of(new Clue("nächste Woche", 1)));
    assertThat(ids(index, clue)).containsExactly("next");
  }

  @Test
  void aWordTypedWithoutItsGapIsDividedRatherThanCorrected() {
    var index = emptyIndex();
    index.put(anAsset("rota").titled("Rota checker for hospitals").build(), null);
    index.put(anAsset("other").titled("Checking invoices").build(), null);
    index.refresh();
    var hits = index.search(AssetQuery.of("rotachecker "));
    assertThat(hits.ids()).containsExactly(new AssetId("rota"));
    assertThat(hits.didYouMean()).isNull();
  }

  @Test
  void withoutWordsTheNewestComeFirst() {
    var index = emptyIndex();
    index.put(anAsset("old").publishedOn(LocalDate.of(2024, 5, 1)).build(), null);
    index.put(anAsset("new").publishedOn(LocalDate.of(2026, 5, 1)).build(), null);
    index.put(anAsset("older").publishedOn(LocalDate.of(2023, 5, 1)).build(), null);
    index.refresh();
    assertThat(ids(index, AssetQuery.of("  "))).containsExactly("new", "old", "older");
  }

  @Test
  void cluesFindWhatSpeaksOfThemWhenThereAreNoWords() {
    var index = smallLibrary();
    var query =
        AssetQuery.of("")
            .withClues(List.of(new Clue("hospital nurses shift allowances", 1)))
            .withWindow(0, 100);
    var hits = index.search(query);
    assertThat(hits.ids().getFirst()).isEqualTo(new AssetId("case-hospital"));
    assertThat(hits.total()).isEqualTo(3);
    assertThat(hits.hits()).hasSize(3).allMatch(hit -> hit.score() > 0 && hit.textScore() == 0);
  }

  @Test
  void cluesNeverBringWhatTheWordsDoNotFind() {
    var index = smallLibrary();
    var words = AssetQuery.of("overtime").withWindow(0, 100);
    var clued = words.withClues(List.of(new Clue("hospital security price", 5)));
    assertThat(ids(index, clued)).containsExactlyInAnyOrderElementsOf(ids(index, words));
  }

  @Test
  void cluesTipTheBalance() {
    var index = smallLibrary();
    var caseStudies =
        new Filters(Set.of(), Set.of(ContentType.CASE_STUDY), Set.of(), Set.of(), null);
    var query = AssetQuery.of("case study").withFilters(caseStudies);
    assertThat(ids(index, query.withClues(List.of(new Clue("Retail", 2)))))
        .first()
        .isEqualTo("case-retail");
    assertThat(ids(index, query.withClues(List.of(new Clue("Healthcare", 2)))))
        .first()
        .isEqualTo("case-hospital");
  }

  @Test
  void theTextScoreIsWhatTheWordsAloneEarn() {
    var index = smallLibrary();
    var alone = index.search(AssetQuery.of("overtime"));
    var clued =
        index.search(AssetQuery.of("overtime").withClues(List.of(new Clue("foundry plant", 2))));
    assertThat(alone.hits()).allMatch(hit -> hit.textScore() == hit.score());
    for (var hit : clued.hits()) {
      var same = alone.hits().stream().filter(a -> a.asset().equals(hit.asset())).findFirst();
      assertThat(hit.textScore())
          .isCloseTo(same.orElseThrow().score(), org.assertj.core.data.Offset.offset(1e-3));
      assertThat(hit.score()).isGreaterThanOrEqualTo(hit.textScore());
    }
  }

  @Test
  void filtersKeepToOneValueOfEachDimension() {
    var index = smallLibrary();
    var healthOrRetail =
        Set.of(new Term(Dimension.INDUSTRY, "healthcare"), new Term(Dimension.INDUSTRY, "Retail"));
    var filters =
        new Filters(
            Set.of(JourneyStage.DECISION),
            Set.of(ContentType.CASE_STUDY),
            healthOrRetail,
            Set.of("en"),
            null);
    assertThat(ids(index, AssetQuery.of("").withFilters(filters)))
        .containsExactlyInAnyOrder("case-hospital", "case-retail");
  }

  @Test
  void assetsAreFoundByTheirOwner() {
    var index = emptyIndex();
    index.put(anAsset("hers").ownedBy("Ines Falk").build(), null);
    index.put(anAsset("nobodys").build(), null);
    index.refresh();
    var filters = new Filters(Set.of(), Set.of(), Set.of(), Set.of(), "ines falk");
    assertThat(ids(index, AssetQuery.of("").withFilters(filters))).containsExactly("hers");
  }

  @ParameterizedTest(name = "phrase {0} finds {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          parallel run      | pilot-plan onboarding-guide
          run parallel      |
          finance director  | business-case roi-calculator case-hospital reference-letter
          price lists       | pricing
          SOC 2 type II     | security-one-pager
          retail 212        |
          pause for a joke  | noted
          quokka            |
          ?!                |
          """)
  void whatIsPutIntoQuotesStandsThereAsAWhole(String phrase, @Nullable String found) {
    var index = smallLibrary();
    var page = new AssetText.Page(1, null, "Slide", "Pause for a joke here.");
    index.put(
        anAsset("noted").build(), new AssetText(new AssetId("noted"), 1, List.of(), List.of(page)));
    index.refresh();
    assertThat(ids(index, AssetQuery.of("").withFilters(saying(phrase)).withWindow(0, 100)))
        .containsExactlyInAnyOrder(found == null ? new String[0] : found.split(" "));
  }

  @Test
  void whatMustNotComeDoesNotComeByMeaningEither() {
    var index = emptyIndex();
    index.put(meaning("day", up(1, 0)));
    index.put(meaning("night", up(0.9f, 0.1f)));
    index.refresh();
    var near = AssetQuery.of("").withMeaning(up(1, 0));
    assertThat(index.nearest(near, 10)).hasSize(2);
    assertThat(index.nearest(near.withFilters(without("night")), 10))
        .extracting(each -> each.asset().value())
        .containsExactly("day");
    assertThat(index.nearest(near.withFilters(saying("of night")), 10))
        .extracting(each -> each.asset().value())
        .containsExactly("night");
    var both = Set.of(new AssetId("day"), new AssetId("night"));
    assertThat(ids(index, near.withText("page").alsoFinding(both).withFilters(without("night"))))
        .containsExactly("day");
  }

  @Test
  void exclusionsHoldForEveryFacetAndCountTruthfully() {
    var index = smallLibrary();
    var without =
        new Without(
            Set.of(),
            Set.of(ContentType.CASE_STUDY),
            Set.of(),
            Set.of("de"),
            Set.of(),
            Set.of("spreadsheet"));
    var filters =
        new Filters(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of("payroll"), without);
    var hits = index.search(AssetQuery.of("").withFilters(filters).withFacets().withWindow(0, 99));
    assertThat(hits.ids())
        .extracting(AssetId::value)
        .contains("cost-of-errors", "trends-deck")
        .doesNotContain("case-hospital", "lohn-trends", "spreadsheets-blog");
    assertThat(hits.facets().get("type"))
        .extracting(FacetCount::value)
        .contains("ebook")
        .doesNotContain("case_study");
    for (var type : hits.facets().getOrDefault("type", List.of()))
      assertThat(
              index
                  .search(
                      AssetQuery.of("")
                          .withFilters(
                              filters.and(
                                  new Filters(
                                      Set.of(),
                                      Set.of(ContentType.parse(type.value()).orElseThrow()),
                                      Set.of(),
                                      Set.of(),
                                      null))))
                  .total())
          .isEqualTo(type.count());
  }

  @Test
  void hitsComeInTheOrderThatIsAskedFor() {
    var index = emptyIndex();
    index.put(
        anAsset("old").titled("offer offer").publishedOn(LocalDate.of(2024, 5, 1)).build(), null);
    index.put(
        anAsset("new")
            .titled("an offer of many words")
            .publishedOn(LocalDate.of(2026, 5, 1))
            .build(),
        null);
    index.put(
        anAsset("mid").titled("the offer").publishedOn(LocalDate.of(2025, 5, 1)).build(), null);
    index.refresh();
    var query = AssetQuery.of("offer");
    assertThat(ids(index, query.inOrder(Order.Usual.NEWEST))).containsExactly("new", "mid", "old");
    var uses = Map.of("old", 3L, "mid", 7L);
    assertThat(
            ids(index, query.inOrder(new Order.Highest(id -> uses.getOrDefault(id.value(), 0L)))))
        .containsExactly("mid", "old", "new");
  }

  @Test
  void nothingTellsOfAssetsThatTheAskerMayNotSee() {
    var index = smallLibrary();
    var falcon = List.of(new Term(Dimension.PRODUCT, "Falconine"));
    index.put(
        anAsset("draft")
            .titled("Falconine payroll roadmap")
            .about(falcon)
            .withStatus(AssetStatus.DRAFT)
            .build(),
        text("draft", List.of("The falconine platform replaces payroll.")));
    index.put(
        anAsset("expired").titled("Falconine payroll offer").about(falcon).expiring(TODAY).build(),
        text("expired", List.of("Falconine payroll until today.")));
    index.put(
        anAsset("inside")
            .titled("Falconine payroll battle plan")
            .about(falcon)
            .seenBy(Audience.INTERNAL)
            .build(),
        text("inside", List.of("How falconine payroll wins.")));
    index.refresh();
    var forBuyers = AssetQuery.of("").withAudiences(Set.of(Audience.BUYER)).withFacets();
    for (var typed :
        List.of("falcon", "falconine", "falconin ", "falconyne ", "payroll falkonine")) {
      assertThat(index.complete(typed, Set.of(Audience.BUYER), 9))
          .noneMatch(said -> said.toLowerCase(Locale.ROOT).contains("falconine"));
      var hits = index.search(forBuyers.withText(typed));
      assertThat(String.valueOf(hits.didYouMean())).doesNotContain("falconine");
      assertThat(hits.facets().getOrDefault("product", List.of()))
          .extracting(FacetCount::value)
          .doesNotContain("Falconine");
      assertThat(hits.ids())
          .extracting(AssetId::value)
          .doesNotContain("draft", "expired", "inside");
      var hidden = List.of(new AssetId("draft"), new AssetId("expired"), new AssetId("inside"));
      assertThat(index.search(forBuyers.withText(typed).alsoFinding(Set.copyOf(hidden))).ids())
          .doesNotContainAnyElementsOf(hidden);
    }
    var inside = AssetQuery.of("falconyne ").withFacets();
    assertThat(index.search(inside).didYouMean()).isEqualTo("falconine");
    assertThat(index.search(inside).ids()).containsExactly(new AssetId("inside"));
  }

  @Test
  void excludedAssetsDoNotCome() {
    var query = AssetQuery.of("paymatic").withExcluded(Set.of(new AssetId("comparison-paymatic")));
    assertThat(ids(smallLibrary(), query)).isNotEmpty().doesNotContain("comparison-paymatic");
  }

  @Test
  void theWindowMovesOverOneOrder() {
    var index = smallLibrary();
    var all = ids(index, AssetQuery.of("payroll").withWindow(0, 100));
    assertThat(ids(index, AssetQuery.of("payroll").withWindow(2, 3))).isEqualTo(all.subList(2, 5));
    assertThat(ids(index, AssetQuery.of("payroll").withWindow(500, 3))).isEmpty();
    assertThat(index.search(AssetQuery.of("payroll").withWindow(0, 0)).total())
        .isEqualTo(all.size());
  }

  @Test
  void facetsCountWhatAFurtherClickWouldFind() {
    var index = smallLibrary();
    var query =
        AssetQuery.of("payroll")
            .withFilters(
                new Filters(
                    Set.of(JourneyStage.DECISION),
                    Set.of(ContentType.CASE_STUDY),
                    Set.of(),
                    Set.of(),
                    null))
            .withFacets();
    var facets = index.search(query).facets();
    assertThat(facets.get("type"))
        .extracting(FacetCount::value)
        .contains("case_study", "roi_calculator");
    for (var type : facets.getOrDefault("type", List.of())) {
      var clicked =
          new Filters(
              Set.of(JourneyStage.DECISION),
              Set.of(ContentType.parse(type.value()).orElseThrow()),
              Set.of(),
              Set.of(),
              null);
      assertThat(index.search(query.withFilters(clicked)).total()).isEqualTo(type.count());
    }
    for (var industry : facets.getOrDefault("industry", List.of())) {
      var clicked =
          new Filters(
              Set.of(JourneyStage.DECISION),
              Set.of(ContentType.CASE_STUDY),
              Set.of(new Term(Dimension.INDUSTRY, industry.value())),
              Set.of(),
              null);
      assertThat(index.search(query.withFilters(clicked)).total()).isEqualTo(industry.count());
    }
  }

  @Test
  void facetsComeOnlyWhenAskedForAndNeverFromHiddenAssets() {
    var index = smallLibrary();
    assertThat(index.search(AssetQuery.of("paymatic")).facets()).isEmpty();
    var forBuyers = AssetQuery.of("paymatic").withAudiences(Set.of(Audience.BUYER)).withFacets();
    assertThat(index.search(forBuyers).facets().get("type"))
        .extracting(FacetCount::value)
        .doesNotContain("battlecard");
  }

  @Test
  void aHitPointsToThePageAndMarksTheWords() {
    var index = smallLibrary();
    var hit = index.search(AssetQuery.of("uptime promise")).hits().getFirst();
    assertThat(hit.asset()).isEqualTo(new AssetId("datasheet-core"));
    assertThat(hit.passages().getFirst().page()).isEqualTo(2);
    assertThat(hit.passages().getFirst().snippet())
        .contains("\uE000Uptime\uE001", "\uE000promise\uE001", "99.95");
  }

  @Test
  void littleWordsAreNeitherSearchedNorMarked() {
    var index = emptyIndex();
    index.put(anAsset("walk").build(), text("walk", List.of("Only here you walk by the harbour.")));
    index.put(anAsset("only").build(), text("only", List.of("It is only a very small thing.")));
    index.refresh();
    var hits = index.search(AssetQuery.of("only the very harbour ")).hits();
    assertThat(hits).hasSize(1);
    assertThat(hits.getFirst().passages().getFirst().snippet())
        .isEqualTo("Only here you walk by the \uE000harbour\uE001.");
  }

  @Test
  void aLongPageShowsItsBestPlace() {
    var index = emptyIndex();
    var filler = "The quick clerk files another form about nothing in particular. ".repeat(200);
    var page = filler + "Only here the pelican lands on the harbour wall. " + filler;
    index.put(anAsset("long").build(), text("long", List.of("Cover", page)));
    index.refresh();
    var passage =
        index.search(AssetQuery.of("pelican harbour")).hits().getFirst().passages().getFirst();
    assertThat(passage.page()).isEqualTo(2);
    assertThat(passage.snippet()).contains("\uE000pelican\uE001").hasSizeLessThan(500);
  }

  @Test
  void speakerNotesAreSearchedButNeverShown() {
    var index = emptyIndex();
    var slide =
        new AssetText.Page(1, "Slide 1", "Our roadmap", "do not mention the walrus project");
    index.put(
        anAsset("deck").build(), new AssetText(new AssetId("deck"), 1, List.of(), List.of(slide)));
    index.refresh();
    var hits = index.search(AssetQuery.of("walrus roadmap")).hits();
    assertThat(hits).hasSize(1);
    assertThat(hits.getFirst().passages().getFirst().pageLabel()).isEqualTo("Slide 1");
    assertThat(hits.toString()).doesNotContain("walrus");
    assertThat(index.search(AssetQuery.of("walrus")).hits().getFirst().passages()).isEmpty();
  }

  @Test
  void passagesComeLaterForTheFewThatAreShown() {
    var index = smallLibrary();
    var query = AssetQuery.of("overtime");
    var bare = index.search(query.withoutSnippets());
    assertThat(bare.hits()).isNotEmpty().allMatch(hit -> hit.passages().isEmpty());
    var full = index.search(query).hits();
    var passages = index.passages(query, bare.ids());
    for (var hit : full)
      assertThat(passages.getOrDefault(hit.asset(), List.of())).isEqualTo(hit.passages());
    assertThat(index.passages(query, List.of(new AssetId("unknown")))).isEmpty();
  }

  @Test
  void theNearestPassageOfEachAssetCounts() {
    var index = emptyIndex();
    index.put(meaning("left", up(-1, 0), up(0.1f, 1)));
    index.put(meaning("right", up(1, 0.2f)));
    index.refresh();
    var nearest = index.nearest(AssetQuery.of("").withMeaning(up(0, 1)), 10);
    assertThat(nearest).extracting(near -> near.asset().value()).containsExactly("left", "right");
    assertThat(nearest.getFirst().cosine()).isBetween(0.98, 1.0);
    assertThat(nearest.getLast().cosine()).isBetween(0.15, 0.25);
    assertThat(index.nearest(AssetQuery.of("").withMeaning(up(0, 1)), 1)).hasSize(1);
  }

  @Test
  void filtersHoldForNeighboursToo() {
    var index = emptyIndex();
    index.put(meaning("open", up(1, 0.2f)));
    index.put(meaning("gone", up(0, 1)));
    index.put(anAsset("gone").withStatus(AssetStatus.ARCHIVED).build(), null);
    index.refresh();
    var query = AssetQuery.of("").withMeaning(up(0, 1));
    assertThat(index.nearest(query, 10)).hasSize(1);
    assertThat(index.nearest(query.withExcluded(Set.of(new AssetId("open"))), 10)).isEmpty();
  }

  @Test
  void withoutMeaningNothingIsNear() {
    assertThat(smallLibrary().nearest(AssetQuery.of("payroll"), 10)).isEmpty();
    assertThat(smallLibrary().nearest(AssetQuery.of("").withMeaning(up(0, 1)), 10)).isEmpty();
  }

  @Test
  void whatIsNotEncodedCanBeAskedFor() {
    var index = emptyIndex();
    index.put(meaning("done", up(0, 1)));
    index.put(anAsset("waits").build(), null);
    index.refresh();
    assertThat(index.notEncoded("a model", 10)).containsExactly(new AssetId("waits"));
    assertThat(index.notEncoded("a newer model", 10)).hasSize(2);
    assertThat(index.notEncoded("a newer model", 1)).hasSize(1);
    assertThat(index.countNotEncoded("a model")).isEqualTo(1);
    assertThat(index.countNotEncoded("a newer model")).isEqualTo(2);
  }

  @Test
  void whereNoWordMatchesThePassageNearestInMeaningIsShown() {
    var index = emptyIndex();
    index.put(meaning("deck", up(1, 0), up(0, 1)));
    index.refresh();
    var passages =
        index.passages(
            AssetQuery.of("unheard").withMeaning(up(0, 1)), List.of(new AssetId("deck")));
    assertThat(passages.getOrDefault(new AssetId("deck"), List.of()).getFirst().page())
        .isEqualTo(2);
  }

  @Test
  void whatMustBeFoundIsFoundWhateverTheWordsSay() {
    var index = smallLibrary();
    var query = AssetQuery.of("hospital").withWindow(0, 100);
    long found = index.search(query).total();
    var wider = query.alsoFinding(Set.of(new AssetId("pricing"))).withFacets();
    assertThat(index.search(wider).total()).isEqualTo(found + 1);
    assertThat(index.search(wider.withExcluded(Set.of(new AssetId("pricing")))).total())
        .isEqualTo(found);
  }

  private static AssetIndex.Entry meaning(String id, Embedding... passages) {
    var pages = IntStream.range(0, passages.length).mapToObj(i -> "Page of " + id).toList();
    var bare = AssetIndex.Entry.of(anAsset(id).build(), text(id, pages));
    var encoded =
        IntStream.range(0, passages.length)
            .mapToObj(i -> new TextPassage(i + 1, null, "Page of " + id, passages[i]))
            .toList();
    return new AssetIndex.Entry(bare.asset(), bare.text(), encoded, null, "a model");
  }

  private static Embedding up(float x, float y) {
    var wide = new float[64]; // as real ones are: no component stands out
    for (int i = 0; i < wide.length; i++) wide[i] = i % 2 == 0 ? x : y;
    return Embedding.of(wide);
  }

  @Test
  void whatWasTypedIsCompletedFromTitlesAndTerms() {
    var index = smallLibrary();
    assertThat(index.complete("payora c", 5)).contains("Payora Core", "Payora Connect");
    assertThat(index.complete("merrow", 5)).anyMatch(title -> title.startsWith("Merrow Hospitals"));
    assertThat(index.complete("hidden co", 5)).contains("The hidden cost of payroll errors");
    assertThat(index.complete("LOSCH", 5)).isEmpty();
    assertThat(index.complete("", 5)).isEmpty();
    assertThat(index.complete("p", 2)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"unbalanced ( [ {'",
    "'AND OR NOT *:* \\ / ~ ^'",
    "'????'",
    "'\uE000x\uE001'",
    "'…'",
    "'☃ 😀'",
    "'the'",
    "'a'",
    "'-'"
  })
  void anyTextIsAQuery(String text) {
    assertThat(smallLibrary().search(AssetQuery.of(text).withFacets()).total()).isNotNegative();
  }

  @Test
  void aVeryLongTextIsAQuery() {
    var text = "payroll security ".repeat(5_000);
    var index = smallLibrary();
    var query = AssetQuery.of(text).withClues(List.of(new Clue(text, 1)));
    assertThat(index.search(query).total()).isPositive();
  }

  @Test
  void anEmptyIndexAnswers() {
    var index = emptyIndex();
    var hits = index.search(AssetQuery.of("anything").withFacets());
    assertThat(hits.total()).isZero();
    assertThat(hits.facets()).isEmpty();
    assertThat(hits.degraded()).isTrue();
    assertThat(index.complete("any", 5)).isEmpty();
    assertThat(index.status().assets()).isZero();
    assertThat(index.status().revision()).isEqualTo(-1);
  }

  @Test
  void aRebuildSwapsTheContent() {
    var index = emptyIndex();
    index.put(anAsset("stale").titled("quokka").build(), null);
    index.refresh();
    index.rebuild(SmallLibrary.entries().stream(), 17);
    assertThat(ids(index, AssetQuery.of("quokka "))).isEmpty();
    assertThat(index.status().assets()).isEqualTo(30);
    assertThat(index.status().revision()).isEqualTo(17);
    assertThat(index.search(AssetQuery.of("payroll")).degraded()).isFalse();
  }

  @Test
  void whatChangesDuringARebuildIsNotLost() {
    var index = smallLibrary();
    var newer = anAsset("pricing").titled("Price list 2027").build();
    var entries =
        SmallLibrary.entries().stream()
            .peek(
                entry -> {
                  if (!entry.asset().id().value().equals("trends-deck")) return;
                  index.put(newer, null);
                  index.remove(new AssetId("roi-calculator"));
                  index.refresh();
                  assertThat(ids(index, AssetQuery.of("2027 price"))).contains("pricing");
                });
    index.rebuild(entries, 5);
    assertThat(ids(index, AssetQuery.of("2027 price"))).contains("pricing");
    assertThat(ids(index, AssetQuery.of(""))).doesNotContain("roi-calculator");
    assertThat(index.status().assets()).isEqualTo(29);
  }

  @Test
  void aFailedRebuildLeavesThePresentIndex() {
    var index = smallLibrary();
    var broken =
        Stream.concat(
            SmallLibrary.entries().stream().limit(3),
            Stream.generate(
                () -> {
                  throw new IllegalStateException("the database went away");
                }));
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> index.rebuild(broken.map(AssetIndex.Entry.class::cast), 5)))
        .hasMessageContaining("went away");
    assertThat(index.status().assets()).isEqualTo(30);
    index.rebuild(SmallLibrary.entries().stream(), 6);
    assertThat(index.status().revision()).isEqualTo(6);
  }

  @Test
  void searchesGoOnWhileAssetsChangeAndTheIndexIsSwapped() throws Exception {
    var index = smallLibrary();
    var done = new AtomicBoolean();
    try (var threads = Executors.newFixedThreadPool(3)) {
      var searches =
          IntStream.range(0, 2)
              .mapToObj(
                  n ->
                      threads.submit(
                          () -> {
                            int answers = 0;
                            while (!done.get() || answers == 0) {
                              var hits =
                                  index.search(AssetQuery.of("payroll security").withFacets());
                              assertThat(hits.hits())
                                  .extracting(Hit::asset)
                                  .doesNotHaveDuplicates();
                              assertThat(hits.total()).isPositive();
                              answers++;
                            }
                            return answers;
                          }))
              .toList();
      for (int round = 0; round < 5; round++) {
        SmallLibrary.putInto(index);
        index.rebuild(SmallLibrary.entries().stream(), round);
      }
      done.set(true);
      for (var search : searches) assertThat(search.get()).isPositive();
    }
  }

  private static Filters saying(String phrase) {
    return new Filters(
        Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(phrase), Without.NOTHING);
  }

  private static Filters without(String phrase) {
    return new Filters(
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        new Without(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(phrase)));
  }

  private static Filters stages(JourneyStage stage) {
    return new Filters(Set.of(stage), Set.of(), Set.of(), Set.of(), null);
  }

  protected static List<String> ids(AssetIndex index, AssetQuery query) {
    return index.search(query).ids().stream().map(AssetId::value).toList();
  }
}
