package dev.tandem.deals.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import dev.tandem.deals.Outcome;
import dev.tandem.taxonomy.JourneyStage;
import org.junit.jupiter.api.Test;

class DealsStateTest {

  @Test
  void aListComesBackFromItsAddress() {
    var state =
        DealsState.read(
            QueryParameters.fromString("owner=all&outcome=won&stage=post_sale&q=north+wind"), true);
    assertThat(state)
        .isEqualTo(new DealsState(false, Outcome.WON, JourneyStage.POST_SALE, "north wind"));
    assertThat(DealsState.read(state.write(), true)).isEqualTo(state);
  }

  @Test
  void withoutAnAddressARepSeesTheOwnOpenDeals() {
    assertThat(DealsState.read(QueryParameters.empty(), true))
        .isEqualTo(new DealsState(true, Outcome.OPEN, null, ""));
  }

  @Test
  void whatIsMalformedTakesItsDefault() {
    var state = DealsState.read(QueryParameters.fromString("outcome=maybe&stage=soon"), false);
    assertThat(state).isEqualTo(new DealsState(false, Outcome.OPEN, null, ""));
  }
}
