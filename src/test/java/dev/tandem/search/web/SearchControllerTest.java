package dev.tandem.search.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import dev.tandem.search.AssetIndex;
import dev.tandem.search.AssetIndexers;
import dev.tandem.search.LibraryInMemory;
import dev.tandem.search.SmallLibrary;
import dev.tandem.search.engine.lucene.LuceneIndexes;
import dev.tandem.taxonomy.Taxonomy;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

class SearchControllerTest {
  @TempDir private Path folder;
  private AssetIndex index;
  private MockMvcTester http;

  @BeforeEach
  void fill() {
    index = LuceneIndexes.open(folder);
    index.rebuild(SmallLibrary.entries().stream(), 30);
    var library = new LibraryInMemory();
    SmallLibrary.entries().forEach(entry -> library.put(entry.asset(), entry.text()));
    http =
        MockMvcTester.of(
            new SearchController(AssetIndexers.hybrid(index), library, mock(Taxonomy.class)));
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

  @ParameterizedTest
  @CsvSource({
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
