package dev.tandem.search.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.tandem.feedback.AssetEvidence;
import dev.tandem.feedback.AssetEvidence.Tally;
import dev.tandem.identity.Role;
import dev.tandem.identity.User;
import dev.tandem.identity.UserId;
import dev.tandem.search.AssetIndex;
import dev.tandem.search.AssetIndexers;
import dev.tandem.search.LibraryInMemory;
import dev.tandem.search.PastSearches;
import dev.tandem.search.QueryReaders;
import dev.tandem.search.SmallLibrary;
import dev.tandem.search.UseOrders;
import dev.tandem.search.engine.lucene.LuceneIndexes;
import dev.tandem.taxonomy.Audience;
import dev.tandem.taxonomy.Taxonomy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

class SearchControllerTest {
  @TempDir private Path folder;
  private AssetIndex index;
  private MockMvcTester http;

  private static final Tally USED = new Tally(20, 8, 9, 0, 0, 3, 0, 0, 2, 0, 0, Map.of(), 4, 1, 2);
  private static final User ANNA = new User(new UserId("anna"), "Anna", Role.REP);
  private final PastSearches past = mock(PastSearches.class);
  private final AssetEvidence evidence = mock(AssetEvidence.class);

  @BeforeEach
  void fill() {
    index = LuceneIndexes.open(folder);
    index.rebuild(SmallLibrary.entries().stream(), 30);
    var library = new LibraryInMemory();
    SmallLibrary.entries().forEach(entry -> library.put(entry.asset(), entry.text()));
    var taxonomy = mock(Taxonomy.class);
    when(evidence.of(any())).thenReturn(USED);
    http =
        MockMvcTester.of(
            new SearchController(
                AssetIndexers.hybrid(index),
                library,
                evidence,
                taxonomy,
                QueryReaders.of(index, taxonomy),
                UseOrders.of(Map.of("pricing", 9L, "case-retail", 4L)),
                past,
                () -> Optional.of(ANNA)));
  }

  @AfterEach
  void close() {
    LuceneIndexes.close(index);
  }

  @Test
  void answersWithAssetsPagesAndFacets() {
    assertThat(http.get().uri("/api/v1/search?q=overtime&industry=manufacturing&limit=1"))
        .hasStatusOk()
        .bodyJson()
        .hasPathSatisfying("$.total", total -> total.assertThat().isEqualTo(2))
        .hasPathSatisfying("$.items.length()", items -> items.assertThat().isEqualTo(1))
        .hasPathSatisfying("$.items[0].position", position -> position.assertThat().isEqualTo(1))
        .hasPathSatisfying(
            "$.items[0].pages[0].snippet",
            snippet -> snippet.assertThat().asString().containsIgnoringCase("\uE000overtime\uE001"))
        .hasPathSatisfying("$.facets.stage[0].count", count -> count.assertThat().isEqualTo(1))
        .hasPathSatisfying("$.degraded", degraded -> degraded.assertThat().isEqualTo(false));
  }

  @Test
  void itemsSayWhyTheyAreThereAndWhatHappenedWithThem() {
    assertThat(http.get().uri("/api/v1/search?q=overtime&industry=manufacturing&limit=1"))
        .bodyJson()
        .hasPathSatisfying(
            "$.items[0].reasons[0].code", code -> code.assertThat().isEqualTo("text_match"))
        .hasPathSatisfying(
            "$.items[0].reasons[0].text",
            text -> text.assertThat().asString().contains("Mentions", "overtime", "(page 2)"))
        .hasPathSatisfying("$.items[0].evidence.shown", it -> it.assertThat().isEqualTo(20))
        .hasPathSatisfying("$.items[0].evidence.used", it -> it.assertThat().isEqualTo(8))
        .hasPathSatisfying("$.items[0].evidence.deals_won", it -> it.assertThat().isEqualTo(4))
        .hasPathSatisfying("$.items[0].evidence.deals_lost", it -> it.assertThat().isEqualTo(1))
        .hasPathSatisfying(
            "$.items[0].selection_probability", it -> it.assertThat().isEqualTo(1.0));
    assertThat(http.get().uri("/api/v1/search?industry=manufacturing&limit=1"))
        .bodyJson()
        .extractingPath("$.items[0].reasons")
        .asArray()
        .isEmpty();
  }

  @Test
  void tellsWhatMayHaveBeenMeant() {
    assertThat(http.get().uri("/api/v1/search?q={q}", "paymatik comparison"))
        .bodyJson()
        .extractingPath("$.did_you_mean")
        .isEqualTo("paymatic comparison");
  }

  @Test
  void repeatedParametersAreAlternatives() {
    assertThat(http.get().uri("/api/v1/search?type=case study&type=pricing&limit=0"))
        .bodyJson()
        .extractingPath("$.total")
        .isEqualTo(5);
  }

  @Test
  void buyersContentOnly() {
    assertThat(http.get().uri("/api/v1/search?q=battlecard&audience=buyer"))
        .bodyText()
        .doesNotContain("battlecard-paymatic");
    assertThat(http.get().uri("/api/v1/search?q=battlecard"))
        .bodyText()
        .contains("battlecard-paymatic");
  }

  @Test
  void completes() {
    assertThat(http.get().uri("/api/v1/search/completions?prefix=payora c"))
        .bodyText()
        .contains("Payora Core");
  }

  @Test
  void conditionsAreReadFromTheWordsAndSaid() {
    assertThat(search("q", "type:case study -retail payroll"))
        .bodyJson()
        .hasPathSatisfying("$.total", total -> total.assertThat().isEqualTo(1))
        .hasPathSatisfying("$.items[0].asset.id", id -> id.assertThat().isEqualTo("case-hospital"))
        .hasPathSatisfying("$.understood.words", said -> said.assertThat().isEqualTo("payroll"))
        .hasPathSatisfying(
            "$.understood.conditions[0].values[0]",
            said -> said.assertThat().isEqualTo("case_study"))
        .hasPathSatisfying(
            "$.understood.conditions[1].excluded", said -> said.assertThat().isEqualTo(true));
  }

  @Test
  void aCorrectionKeepsTheConditions() {
    assertThat(search("q", "type:comparison paymatik"))
        .bodyJson()
        .extractingPath("$.did_you_mean")
        .isEqualTo("type:comparison paymatic");
  }

  @Test
  void whereNothingIsFoundItIsSaidWhyAndWhatThereIsWithoutEachCondition() {
    assertThat(search("q", "sap type:webinar"))
        .bodyJson()
        .hasPathSatisfying("$.total", total -> total.assertThat().isEqualTo(0))
        .hasPathSatisfying(
            "$.nothing.why",
            why ->
                why.assertThat()
                    .isEqualTo(
                        "No asset has both “sap” and type: Webinar. But without type: Webinar there is 1."))
        .hasPathSatisfying(
            "$.nothing.without[0].condition.field", field -> field.assertThat().isEqualTo("type"))
        .hasPathSatisfying("$.nothing.without[0].total", total -> total.assertThat().isEqualTo(1));
  }

  @Test
  void mostUsedFirst() {
    assertThat(search("sort", "most_used"))
        .bodyJson()
        .hasPathSatisfying("$.items[0].asset.id", id -> id.assertThat().isEqualTo("pricing"))
        .hasPathSatisfying("$.items[1].asset.id", id -> id.assertThat().isEqualTo("case-retail"));
  }

  @Test
  void completesFromSearchesOfThePastFirst() {
    when(past.complete("payora", ANNA.id(), Set.of(Audience.values()), 3))
        .thenReturn(List.of("payora for banks"));
    assertThat(http.get().uri("/api/v1/search/completions?prefix=payora&limit=3"))
        .bodyJson()
        .hasPathSatisfying("$[0]", first -> first.assertThat().isEqualTo("payora for banks"))
        .hasPathSatisfying("$.length()", length -> length.assertThat().isEqualTo(3));
    assertThat(http.get().uri("/api/v1/search/completions?prefix=type:case"))
        .bodyJson()
        .extractingPath("$[0]")
        .isEqualTo("type:\"Case study\"");
    assertThat(http.get().uri("/api/v1/search/completions?prefix={p}", "-demo payora con"))
        .bodyJson()
        .extractingPath("$[0]")
        .isEqualTo("-demo Payora Connect");
  }

  @ParameterizedTest
  @ValueSource(strings = {"relevance", "newest", "most_used"})
  void pagesByCursorNeitherRepeatNorLoseWhileAssetsArrive(String sort) throws Exception {
    var seen = new ArrayList<String>();
    String cursor = null;
    for (int page = 0; page < 20; page++) {
      var address = "/api/v1/search?q=payroll&limit=3&sort=" + sort;
      var answer = json(cursor == null ? address : address + "&cursor=" + cursor);
      for (var item : answer.get("items")) seen.add(item.get("asset").get("id").stringValue());
      if (page == 0) {
        index.put(SmallLibrary.anAsset("arrived").titled("Payroll payroll payroll").build(), null);
        index.refresh();
      }
      if (!answer.has("next_cursor") || answer.get("next_cursor").isNull()) break;
      cursor = answer.get("next_cursor").stringValue();
    }
    assertThat(seen).doesNotHaveDuplicates().hasSizeGreaterThan(9);
    var now = new ArrayList<String>();
    for (var item : json("/api/v1/search?q=payroll&limit=100").get("items"))
      now.add(item.get("asset").get("id").stringValue());
    now.remove("arrived");
    assertThat(seen).containsAll(now);
  }

  @Test
  void aCursorBelongsToItsSearch() throws Exception {
    var cursor = json("/api/v1/search?q=payroll&limit=3").get("next_cursor").stringValue();
    for (var other : List.of("q=security&cursor=" + cursor, "q=payroll&cursor=abc"))
      assertThat(http.get().uri("/api/v1/search?" + other))
          .hasStatus(400)
          .failure()
          .hasMessageContaining("not one of this search");
  }

  private org.springframework.test.web.servlet.assertj.MvcTestResult search(
      String name, String value) {
    return http.get().uri("/api/v1/search?" + name + "={value}", value).exchange();
  }

  private tools.jackson.databind.JsonNode json(String address) throws Exception {
    return tools.jackson.databind.json.JsonMapper.shared()
        .readTree(http.get().uri(address).exchange().getResponse().getContentAsString());
  }

  @ParameterizedTest
  @CsvSource({
    "sort=price, sort must be relevance",
    "stage=buying, stage 'buying' is not known",
    "type=novel, type 'novel' is not known",
    "limit=500, limit must be a whole number from 0 to 100",
    "offset=x, offset must be a whole number",
    "audience=all, audience must be buyer or internal",
    "colour=red, there is no parameter 'colour'"
  })
  void whatIsNotUnderstoodIsRefusedByName(String parameter, String problem) {
    assertThat(http.get().uri("/api/v1/search?" + parameter))
        .hasStatus(400)
        .failure()
        .hasMessageContaining(problem);
  }
}
