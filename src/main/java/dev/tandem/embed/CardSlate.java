package dev.tandem.embed;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The first of a slate, for a card that the CRM draws itself.
 *
 * @param stage the buyer's stage it was chosen for, or null
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record CardSlate(String slate, @Nullable String stage, boolean dealKnown, List<Item> items) {
  record Item(String asset, String title, String type, List<String> reasons) {}
}
