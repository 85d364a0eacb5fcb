package dev.tandem.recommendation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Term;
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
  void otherWordsStartAtTheTopAgainAndKeepTheFilters() {
    var state = SearchState.read(QueryParameters.fromString("q=roi&type=pricing&items=48"));
    var other = state.withQuery("  security ");
    assertThat(other.query()).isEqualTo("security");
    assertThat(other.items()).isEqualTo(SearchState.PAGE);
    assertThat(other.values("type")).containsExactly("pricing");
    assertThat(other.with("type", "pricing", false).filtered()).isFalse();
  }
}
