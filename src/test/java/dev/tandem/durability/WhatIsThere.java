package dev.tandem.durability;

import dev.tandem.database.HomeDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a home holds, read past the program.
 *
 * @param eventKeys of the log, as its table has them
 * @param eventsByIndex how many the index over the keys knows
 * @param revision the newest of the library
 */
record WhatIsThere(
    List<String> eventKeys, long eventsByIndex, List<StoredPiece> pieces, long revision) {

  /**
   * @param text null where there is none
   * @param original null where there is none
   */
  record StoredPiece(String id, @Nullable String text, byte @Nullable [] original) {}

  static WhatIsThere in(HomeDatabase database) throws IOException, SQLException {
    try (var connection = database.connect()) {
      connection.setAutoCommit(false); // one moment for all questions
      var byTable = "set local enable_indexscan = off; set local enable_indexonlyscan = off;";
      var byIndex = "set local enable_seqscan = off; set local enable_indexonlyscan = on;";
      var keys = texts(connection, byTable + "select key from feedback_event");
      var indexed = texts(connection, byIndex + "select key from feedback_event order by key");
      return new WhatIsThere(
          keys,
          indexed.size(),
          pieces(connection, database.home().originals()),
          Long.parseLong(
              texts(connection, "select latest::text from library_revision").getFirst()));
    }
  }

  private static List<StoredPiece> pieces(Connection connection, Path originals)
      throws SQLException, IOException {
    var pieces = new ArrayList<StoredPiece>();
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                """
                select a.id, v.checksum, v.pages::text as text
                  from asset a left join asset_version v
                    on v.asset_id = a.id and v.version = a.version
                """)) {
      while (row.next())
        pieces.add(
            new StoredPiece(
                row.getString("id"),
                row.getString("text"),
                original(originals, row.getString("checksum"))));
    }
    return pieces;
  }

  private static byte @Nullable [] original(Path originals, @Nullable String checksum)
      throws IOException {
    if (checksum == null) return null;
    var file = originals.resolve(checksum.substring(0, 2)).resolve(checksum);
    return Files.exists(file) ? Files.readAllBytes(file) : null;
  }

  private static List<String> texts(Connection connection, String query) throws SQLException {
    var texts = new ArrayList<String>();
    try (var statement = connection.createStatement()) {
      for (boolean rows = statement.execute(query);
          rows || statement.getUpdateCount() >= 0;
          rows = statement.getMoreResults()) {
        if (!rows) continue;
        try (var row = statement.getResultSet()) {
          while (row.next()) texts.add(row.getString(1));
        }
      }
    }
    return texts;
  }
}
