package dev.tandem.deals;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Objects;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds one page of deals. The buyer's stage is read, not stored, so that the map can change. */
record DealList(JdbcClient jdbc, StageMap stages) {

  Opportunities.Page page(OpportunityQuery query) {
    var conditions = new ArrayList<String>();
    var parameters = new MapSqlParameterSource();
    if (query.owner() != null) {
      conditions.add("owner = :owner");
      parameters.addValue("owner", query.owner().value());
    }
    if (query.outcome() != null) {
      conditions.add("outcome = :outcome");
      parameters.addValue("outcome", query.outcome().id());
    }
    int number = 0;
    for (var word : query.text().toLowerCase(Locale.ROOT).split("\\s+")) {
      if (word.isEmpty()) continue;
      conditions.add(
          "position(:word%d in lower(name || ' ' || coalesce(account, '') || ' ' || id)) > 0"
              .formatted(number));
      parameters.addValue("word" + number++, word.replace("\0", ""));
    }
    if (query.stage() != null) {
      conditions.add(
          "(stage_override = :stage or stage_override is null"
              + " and coalesce(sales_stage, '') || E'\\n' || outcome = any(:standings))");
      parameters.addValue("stage", query.stage().id());
      parameters.addValue("standings", standingsAt(query));
    }
    var where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    long total =
        jdbc.sql("select count(*) from opportunity" + where)
            .paramSource(parameters)
            .query(Long.class)
            .single();
    parameters.addValue("limit", query.limit()).addValue("offset", query.offset());
    var deals =
        jdbc
            .sql(
                "select * from opportunity%s order by %s %s nulls last, id limit :limit offset :offset"
                    .formatted(where, query.sort().column, query.descending() ? "desc" : "asc"))
            .paramSource(parameters)
            .query(OpportunityRow::read)
            .list()
            .stream()
            .map(OpportunityRow::deal)
            .toList();
    return new Opportunities.Page(total, deals);
  }

  /** The pairs of sales stage and outcome that stand for the stage that is looked for. */
  private String[] standingsAt(OpportunityQuery query) {
    return jdbc
        .sql("select distinct coalesce(sales_stage, ''), outcome from opportunity")
        .query(
            (row, n) -> {
              var name = Objects.requireNonNull(row.getString(1));
              var outcome = Objects.requireNonNull(row.getString(2));
              var reading = stages.read(name, Outcome.valueOf(outcome.toUpperCase(Locale.ROOT)));
              return reading.stage() == query.stage() ? name + "\n" + outcome : "";
            })
        .list() // a stream of rows keeps its connection until somebody closes it
        .stream()
        .filter(standing -> !standing.isEmpty())
        .toArray(String[]::new);
  }
}
