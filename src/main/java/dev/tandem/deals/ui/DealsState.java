package dev.tandem.deals.ui;

import com.vaadin.flow.router.QueryParameters;
import dev.tandem.deals.OpportunityQuery;
import dev.tandem.deals.Outcome;
import dev.tandem.identity.UserId;
import dev.tandem.taxonomy.JourneyStage;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the list shows, as it stands in its URL.
 *
 * @param outcome null for all
 * @param stage null for all
 */
record DealsState(
    boolean mine, @Nullable Outcome outcome, @Nullable JourneyStage stage, String text) {

  static DealsState read(QueryParameters parameters, boolean mineByDefault) {
    var owner = parameters.getSingleParameter("owner");
    var outcome = parameters.getSingleParameter("outcome").orElse("open");
    return new DealsState(
        owner.map("mine"::equals).orElse(mineByDefault),
        "all".equals(outcome) ? null : parse(outcome).orElse(Outcome.OPEN),
        parameters.getSingleParameter("stage").flatMap(JourneyStage::parse).orElse(null),
        parameters.getSingleParameter("q").orElse(""));
  }

  private static Optional<Outcome> parse(String name) {
    for (var outcome : Outcome.values())
      if (outcome.id().equals(name.toLowerCase(Locale.ROOT))) return Optional.of(outcome);
    return Optional.empty();
  }

  QueryParameters write() {
    var values = new LinkedHashMap<String, String>();
    values.put("owner", mine ? "mine" : "all");
    values.put("outcome", outcome == null ? "all" : outcome.id());
    if (stage != null) values.put("stage", stage.id());
    if (!text.isBlank()) values.put("q", text);
    return QueryParameters.simple(values);
  }

  OpportunityQuery query(UserId user, OpportunityQuery.Sort sort, boolean descending) {
    return new OpportunityQuery(mine ? user : null, outcome, stage, text, sort, descending, 0, 50);
  }

  DealsState withMine(boolean changed) {
    return new DealsState(changed, outcome, stage, text);
  }

  DealsState withOutcome(@Nullable Outcome changed) {
    return new DealsState(mine, changed, stage, text);
  }

  DealsState withStage(@Nullable JourneyStage changed) {
    return new DealsState(mine, outcome, changed, text);
  }

  DealsState withText(String changed) {
    return new DealsState(mine, outcome, stage, changed.strip());
  }
}
