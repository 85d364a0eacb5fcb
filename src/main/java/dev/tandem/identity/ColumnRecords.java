package dev.tandem.identity;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Personal records that are told by user names in columns, which is nearly all of them. */
public abstract class ColumnRecords implements PersonalRecords {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  /**
   * A column that holds user names.
   *
   * @param deleted whether its rows go; else the name is replaced
   */
  public record Column(String table, String column, boolean deleted) {}

  private final JdbcClient jdbc;
  private final String name;
  private final String stays;
  private final List<Column> columns;

  protected ColumnRecords(JdbcClient jdbc, String name, String stays, List<Column> columns) {
    this.jdbc = jdbc;
    this.name = name;
    this.stays = stays;
    this.columns = List.copyOf(columns);
  }

  /** Rows of this table serve the person alone. */
  protected static Column deleted(String table, String column) {
    return new Column(table, column, true);
  }

  /** Rows of this table serve others, too. */
  protected static Column pseudonymised(String table, String column) {
    return new Column(table, column, false);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<JsonNode> export(Person person) {
    var rows = new ArrayList<JsonNode>();
    for (var each : columns)
      jdbc.sql(
              "select jsonb_build_object('record', '%s') || (to_jsonb(t) - '{%s}'::text[]) from %s t where t.%s = ?"
                  .formatted(
                      each.table(), String.join(",", secrets()), each.table(), each.column()))
          .param(person.id().value())
          .query(String.class)
          .list()
          .forEach(row -> rows.add(MAPPER.readTree(row)));
    return rows;
  }

  /** Columns that no export shows. */
  protected List<String> secrets() {
    return List.of();
  }

  @Override
  public Forgotten forget(Person person, UserId pseudonym) {
    long gone = 0;
    long renamed = 0;
    for (var each : columns)
      if (each.deleted())
        gone +=
            jdbc.sql("delete from " + each.table() + " where " + each.column() + " = ?")
                .param(person.id().value())
                .update();
      else
        renamed +=
            jdbc.sql(
                    "update %s set %s = ? where %s = ?"
                        .formatted(each.table(), each.column(), each.column()))
                .params(pseudonym.value(), person.id().value())
                .update();
    return new Forgotten(gone, renamed, stays);
  }
}
