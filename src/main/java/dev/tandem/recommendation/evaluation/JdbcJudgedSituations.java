package dev.tandem.recommendation.evaluation;

import dev.tandem.identity.UserId;
import dev.tandem.learning.Judgments;
import dev.tandem.recommendation.DescribedDeal;
import dev.tandem.recommendation.EvaluationSituation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcJudgedSituations implements JudgedSituations {
  private static final String COLUMNS = "select id, query, deal::text as deal, kind from ";

  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcJudgedSituations(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public List<EvaluationSituation> all() {
    return jdbc.sql(COLUMNS + "recommendation_situation order by length(id), id")
        .query(JdbcJudgedSituations::situation)
        .list();
  }

  @Override
  public Optional<EvaluationSituation> find(String id) {
    return jdbc.sql(COLUMNS + "recommendation_situation where id = ?")
        .param(id)
        .query(JdbcJudgedSituations::situation)
        .optional();
  }

  private static EvaluationSituation situation(ResultSet row, int number) throws SQLException {
    return new EvaluationSituation(
        row.getString("id"),
        row.getString("query"),
        JsonMapper.shared().readValue(row.getString("deal"), DescribedDeal.class),
        row.getString("kind"));
  }

  @Override
  public EvaluationSituation add(
      String query, DescribedDeal deal, @Nullable String kind, UserId by) {
    while (true) {
      long number =
          jdbc.sql("select nextval('recommendation_situation_number')").query(Long.class).single();
      var situation = new EvaluationSituation("S" + number, query, deal, kind);
      if (write(situation, by, "on conflict do nothing") == 1) return situation;
    }
  }

  @Override
  public void save(EvaluationSituation situation, UserId by) {
    write(
        situation,
        by,
        """
        on conflict (id) do update set query = excluded.query, deal = excluded.deal,
          kind = excluded.kind, changed_by = excluded.changed_by, changed_at = excluded.changed_at
        """);
  }

  private int write(EvaluationSituation situation, UserId by, String conflict) {
    if (situation.query().length() > LONGEST_QUERY)
      throw new IllegalArgumentException("at most 2,000 characters can be asked");
    return jdbc.sql(
            """
            insert into recommendation_situation (id, query, deal, kind, changed_by, changed_at)
            values (?, ?, ?::jsonb, ?, ?, ?)
            """
                + conflict)
        .param(situation.id())
        .param(situation.query())
        .param(JsonMapper.shared().writeValueAsString(situation.deal()))
        .param(situation.kind())
        .param(by.value())
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  @Override
  public void delete(String id) {
    jdbc.sql("delete from recommendation_situation where id = ?").param(id).update();
  }

  @Override
  public Judgments judgments() {
    var grades = new LinkedHashMap<String, Map<String, Integer>>();
    jdbc.sql("select situation, asset, grade from recommendation_judgment order by 1, 2")
        .query(
            row -> {
              grades
                  .computeIfAbsent(row.getString("situation"), none -> new HashMap<>())
                  .put(row.getString("asset"), row.getInt("grade"));
            });
    return new Judgments(grades);
  }

  @Override
  public void judge(String situation, String asset, @Nullable Integer grade, UserId by) {
    if (grade == null) {
      jdbc.sql("delete from recommendation_judgment where situation = ? and asset = ?")
          .params(situation, asset)
          .update();
      return;
    }
    if (grade < 0 || grade > Judgments.HIGHEST_GRADE)
      throw new IllegalArgumentException("grades go from 0 to 3: " + grade);
    jdbc.sql(
            """
            insert into recommendation_judgment (situation, asset, grade, judged_by, judged_at)
            values (?, ?, ?, ?, ?)
            on conflict (situation, asset) do update set grade = excluded.grade,
              judged_by = excluded.judged_by, judged_at = excluded.judged_at
            """)
        .params(situation, asset, grade, by.value(), clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }
}
