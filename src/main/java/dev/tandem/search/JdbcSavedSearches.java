package dev.tandem.search;

import dev.tandem.identity.UserId;
import dev.tandem.library.AssetId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSavedSearches implements SavedSearches {
  private static final int LONGEST_NAME = 80, LONGEST_ADDRESS = 8_000;

  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcSavedSearches(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public List<SavedSearch> of(UserId owner) {
    return jdbc.sql("select * from search_saved where owner = :owner order by lower(name), id")
        .param("owner", owner.value())
        .query(JdbcSavedSearches::read)
        .list();
  }

  @Override
  public Optional<SavedSearch> find(UserId owner, long id) {
    return jdbc.sql("select * from search_saved where owner = :owner and id = :id")
        .param("owner", owner.value())
        .param("id", id)
        .query(JdbcSavedSearches::read)
        .optional();
  }

  @Override
  public SavedSearch save(UserId owner, String name, String address, Set<AssetId> found) {
    var called = name.strip();
    if (called.length() > LONGEST_NAME || called.chars().noneMatch(Character::isLetterOrDigit))
      throw new IllegalArgumentException(
          "a saved search needs a name of at most " + LONGEST_NAME + " characters");
    if (address.length() > LONGEST_ADDRESS)
      throw new IllegalArgumentException("this search is too long to be saved");
    var same = of(owner).stream().filter(one -> one.name().equalsIgnoreCase(called)).findFirst();
    if (same.isEmpty() && of(owner).size() >= MOST)
      throw new IllegalArgumentException(
          "there are " + MOST + " saved searches already: delete one first");
    return jdbc.sql(
            """
            insert into search_saved (owner, name, address, saved_at, visited_at, seen)
            values (:owner, :name, :address, :now, :now, :seen)
            on conflict (owner, lower(name)) do update set name = excluded.name,
              address = excluded.address, visited_at = excluded.visited_at, seen = excluded.seen
            returning *
            """)
        .param("owner", owner.value())
        .param("name", called)
        .param("address", address)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("seen", ids(found))
        .query(JdbcSavedSearches::read)
        .single();
  }

  @Override
  public void visited(UserId owner, long id, Set<AssetId> found) {
    jdbc.sql(
            "update search_saved set visited_at = :now, seen = :seen"
                + " where owner = :owner and id = :id")
        .param("owner", owner.value())
        .param("id", id)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("seen", ids(found))
        .update();
  }

  @Override
  public void delete(UserId owner, long id) {
    jdbc.sql("delete from search_saved where owner = :owner and id = :id")
        .param("owner", owner.value())
        .param("id", id)
        .update();
  }

  private static String[] ids(Set<AssetId> assets) {
    return assets.stream().map(AssetId::value).sorted().limit(MOST_FOUND).toArray(String[]::new);
  }

  private static SavedSearch read(ResultSet row, int number) throws SQLException {
    var seen = (String[]) row.getArray("seen").getArray();
    return new SavedSearch(
        row.getLong("id"),
        Objects.requireNonNull(row.getString("name")),
        Objects.requireNonNull(row.getString("address")),
        row.getObject("visited_at", OffsetDateTime.class).toInstant(),
        Stream.of(seen).map(AssetId::new).collect(Collectors.toSet()));
  }
}
