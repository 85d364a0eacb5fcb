package dev.tandem.search.web;

import dev.tandem.search.FilterPart;
import dev.tandem.search.NothingFound;
import dev.tandem.search.QueryReading;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * How the query was read.
 *
 * @param words what is looked for, without the syntax
 * @param notKnown values of field words that nothing goes by; they were looked for as words
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record Understood(String words, List<Condition> conditions, List<NotKnown> notKnown) {

  static Understood of(QueryReading reading) {
    var notKnown = new ArrayList<NotKnown>();
    reading.notKnown().forEach(one -> notKnown.add(new NotKnown(one.field(), one.value())));
    var open = reading.unfinished();
    if (open != null && !open.start().isEmpty())
      notKnown.add(new NotKnown(open.field(), open.start()));
    return new Understood(
        reading.text(),
        reading.conditions().stream()
            .map(each -> new Condition(each.field(), List.of(each.value()), each.excluded()))
            .toList(),
        notKnown);
  }

  /**
   * @param field phrase, owner, or a facet
   * @param values alternatives
   */
  record Condition(String field, List<String> values, boolean excluded) {
    static Condition of(FilterPart part) {
      return new Condition(part.field(), part.values(), part.excluded());
    }
  }

  record NotKnown(String field, String value) {}

  /**
   * Why nothing was found.
   *
   * @param without each condition with how many assets there are without it
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Nothing(String why, List<Less> without) {
    static Nothing of(NothingFound nothing) {
      return new Nothing(
          nothing.said(),
          nothing.parts().stream()
              .map(each -> new Less(Condition.of(each.part()), each.total()))
              .toList());
    }
  }

  record Less(Condition condition, long total) {}
}
