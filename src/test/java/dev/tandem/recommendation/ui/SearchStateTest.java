package dev.tandem.recommendation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import dev.tandem.search.AssetQuery.Filters;
import dev.tandem.search.FilterPart;
import dev.tandem.search.QueryReading;
import dev.tandem.search.QueryReading.Condition;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Term;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchStateTest {

  @Test
  void aSearchComesBackFromItsAddress() {
    var state =
        SearchState.read(
            QueryParameters.fromString(
                "q=return+on+investment&stage=decision&stage=consideration&type=case_study"
                    + "&industry=Retail&language=de&items=24"));
    assertThat(SearchState.read(state.write())).isEqualTo(state);
    assertThat(state.query()).isEqualTo("return on investment");
    assertThat(state.filters().stages())
        .containsExactlyInAnyOrder(JourneyStage.DECISION, JourneyStage.CONSIDERATION);
    assertThat(state.filters().types()).containsExactly(ContentType.CASE_STUDY);
    assertThat(state.filters().terms()).containsExactly(new Term(Dimension.INDUSTRY, "retail"));
    assertThat(state.filters().languages()).containsExactly("de");
    assertThat(state.items()).isEqualTo(24);
  }

  @Test
  void valuesThatMeanNothingHideNothing() {
    var filters =
        SearchState.read(QueryParameters.fromString("stage=later&type=poem&items=-7")).filters();
    assertThat(filters.stages()).isEmpty();
    assertThat(filters.types()).isEmpty();
  }

  @Test
  void theOrderIsPartOfTheAddress() {
    var state = SearchState.read(QueryParameters.fromString("q=roi&sort=newest&items=24"));
    assertThat(state.sorting()).isEqualTo(SearchState.Sorting.NEWEST);
    assertThat(state.address()).contains("sort=newest").doesNotContain("items");
    assertThat(SearchState.read(QueryParameters.fromString("sort=price")).sorting())
        .isEqualTo(SearchState.Sorting.USEFUL);
  }

  @Test
  void aConditionIsGivenUpWhereverItCameFrom() {
    var typed =
        new QueryReading(
            "sap type:webinar -demo",
            List.of(new QueryReading.Word("sap", 0, 3)),
            List.of(
                new Condition("type", "webinar", "Webinar", false, 4, 16),
                new Condition("phrase", "demo", "demo", true, 17, 22)),
            Filters.NONE,
            List.of(),
            null);
    var state = SearchState.read(QueryParameters.fromString("q=sap+type:webinar+-demo&type=video"));
    var types = new FilterPart("type", List.of("video", "webinar"), false, Filters.NONE);
    assertThat(state.without(types, typed).query()).isEqualTo("sap -demo");
    assertThat(state.without(types, typed).filtered()).isFalse();
    var demo = new FilterPart("phrase", List.of("demo"), true, Filters.NONE);
    assertThat(state.without(demo, typed).query()).isEqualTo("sap type:webinar");
    assertThat(state.without(demo, typed).values("type")).containsExactly("video");
  }

  @Test
  void otherWordsStartAtTheTopAgainAndKeepTheFilters() {
    var state = SearchState.read(QueryParameters.fromString("q=roi&type=pricing&items=48"));
    var other = state.withQuery("  security ");
    assertThat(other.query()).isEqualTo("security");
    assertThat(other.items()).isEqualTo(SearchState.PAGE);
    assertThat(other.values("type")).containsExactly("pricing");
    assertThat(other.with("type", "pricing", false).filtered()).isFalse();
  }
}
