package dev.tandem.requests;

import dev.tandem.taxonomy.ContentType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcServiceLevels implements ServiceLevels {
  private final JdbcClient jdbc;

  JdbcServiceLevels(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Level of(@Nullable ContentType type) {
    return jdbc.sql("select * from service_level where type in ('', ?) order by type desc limit 1")
        .param(type == null ? "" : type.id())
        .query(JdbcServiceLevels::read)
        .single();
  }

  @Override
  public List<Level> all() {
    return jdbc.sql("select * from service_level order by type")
        .query(JdbcServiceLevels::read)
        .list();
  }

  @Override
  public void set(Level level) {
    var type = level.type();
    jdbc.sql(
            "insert into service_level (type, answer_days, delivery_days) values (?, ?, ?) on"
                + " conflict (type) do update set answer_days = excluded.answer_days,"
                + " delivery_days = excluded.delivery_days")
        .params(type == null ? "" : type.id(), level.answerDays(), level.deliveryDays())
        .update();
  }

  @Override
  public void remove(ContentType type) {
    jdbc.sql("delete from service_level where type = ?").param(type.id()).update();
  }

  private static Level read(ResultSet row, int number) throws SQLException {
    return new Level(
        ContentType.parse(Objects.requireNonNull(row.getString("type"))).orElse(null),
        row.getInt("answer_days"),
        row.getInt("delivery_days"));
  }
}
