package dev.tandem.library.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import dev.tandem.library.AssetFilter;
import dev.tandem.library.LifecycleState;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.JourneyStage;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LibraryStateTest {
  @Test
  void theFilterSurvivesItsUrl() {
    var state =
        new LibraryState(
            new AssetFilter(
                LifecycleState.DUE_FOR_REVIEW,
                ContentType.CASE_STUDY,
                JourneyStage.POST_SALE,
                "ann@example.com",
                false,
                "two words",
                AssetFilter.Order.REVIEW));
    assertThat(LibraryState.read(state.write())).isEqualTo(state);
    assertThat(LibraryState.read(state.withToConfirm().write())).isEqualTo(state.withToConfirm());
  }

  @Test
  void whatTheUrlSaysWronglyIsLeftOpen() {
    var parameters =
        QueryParameters.simple(Map.of("state", "nonsense", "type", "", "order", "7", "q", ""));
    assertThat(LibraryState.read(parameters).isOpen()).isTrue();
    assertThat(LibraryState.read(QueryParameters.empty()).filter()).isEqualTo(AssetFilter.ALL);
  }
}
