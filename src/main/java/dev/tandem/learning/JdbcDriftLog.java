package dev.tandem.learning;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDriftLog implements DriftLog {
  private final JdbcClient jdbc;

  JdbcDriftLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void record(List<DriftWeek> weeks) {
    for (var week : weeks)
      jdbc.sql(
              """
              insert into learning_drift (week, model, sessions, loss, prior_loss, squared_gain)
              values (:week, :model, :sessions, :loss, :priorLoss, :squaredGain)
              on conflict (week, model) do update set sessions = excluded.sessions,
                loss = excluded.loss, prior_loss = excluded.prior_loss,
                squared_gain = excluded.squared_gain
              where excluded.sessions >= learning_drift.sessions
              """)
          .param("week", week.monday())
          .param("model", week.model())
          .param("sessions", week.sessions())
          .param("loss", week.loss())
          .param("priorLoss", week.priorLoss())
          .param("squaredGain", week.squaredGain())
          .update();
  }

  @Override
  public List<DriftWeek> weeks(int most) {
    return jdbc.sql("select * from learning_drift order by week desc, model desc limit :most")
        .param("most", most)
        .query(
            (row, number) ->
                new DriftWeek(
                    row.getObject("week", LocalDate.class),
                    Objects.requireNonNull(row.getString("model")),
                    row.getInt("sessions"),
                    row.getDouble("loss"),
                    row.getDouble("prior_loss"),
                    row.getDouble("squared_gain")))
        .list()
        .reversed();
  }
}
