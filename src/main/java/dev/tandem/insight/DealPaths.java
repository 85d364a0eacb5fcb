package dev.tandem.insight;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was used and sent on deals, from one row a deal. */
@Repository
class DealPaths {

  /** A buyer-facing use. */
  record Touch(String deal, String asset, @Nullable String stage, Instant at) {}

  /**
   * What was used on a deal, in the order of first uses; the arrays are of one length.
   *
   * @param assets by their numbers
   */
  record Path(String deal, int[] assets, long[] firstMicros, int[] uses) {}

  /**
   * @param names of the assets by their numbers
   */
  record Used(List<Path> paths, NameNumbers.Known names) {}

  private final JdbcClient jdbc;
  private final NameNumbers names;

  DealPaths(JdbcClient jdbc, NameNumbers names) {
    this.jdbc = jdbc;
    this.names = names;
  }

  /** What was used on each of these deals, whenever that was; deals without a use are left out. */
  Used used(Collection<String> deals) {
    if (deals.isEmpty()) return new Used(List.of(), names.now());
    var paths =
        jdbc
            .sql("select deal, used from insight_deal_path where deal = any(:deals)")
            .param("deals", deals.toArray(String[]::new))
            .query((row, n) -> path(row))
            .list()
            .stream()
            .filter(path -> path.assets().length > 0)
            .toList();
    return new Used(paths, names.now());
  }

  private static Path path(ResultSet row) throws SQLException {
    var bytes = ByteBuffer.wrap(row.getBytes("used"));
    int count = bytes.remaining() / (Integer.BYTES + Long.BYTES + Integer.BYTES);
    var assets = new int[count];
    var first = new long[count];
    var uses = new int[count];
    for (int i = 0; i < count; i++) {
      assets[i] = bytes.getInt();
      first[i] = bytes.getLong();
      uses[i] = bytes.getInt();
    }
    return new Path(row.getString("deal"), assets, first, uses);
  }

  /** Touches of these deals from a moment on, those of one deal together, oldest first. */
  List<Touch> touches(Collection<String> deals, Instant since) {
    if (deals.isEmpty()) return List.of();
    var known = names.now();
    long from = micros(since);
    var touches = new ArrayList<Touch>();
    jdbc.sql("select deal, sent from insight_deal_path where deal = any(:deals)")
        .param("deals", deals.toArray(String[]::new))
        .query(
            row -> {
              var deal = row.getString("deal");
              var bytes = ByteBuffer.wrap(row.getBytes("sent"));
              while (bytes.hasRemaining()) {
                int asset = bytes.getInt();
                int stage = bytes.getInt();
                long at = bytes.getLong();
                if (at >= from)
                  touches.add(
                      new Touch(
                          deal,
                          known.name(asset),
                          stage == 0 ? null : known.name(stage),
                          instant(at)));
              }
            });
    return touches;
  }

  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }
}
