package dev.tandem.library.store;

import dev.tandem.library.Asset;
import dev.tandem.library.AssetFilter;
import dev.tandem.library.AssetListing;
import dev.tandem.library.LifecycleState;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcAssetListing implements AssetListing {
  /** The states of {@link Asset#stateOn} in SQL. */
  private static final String STATE =
      """
      (case when a.status <> 'PUBLISHED' then a.status
            when a.expires_on <= :today then 'EXPIRED'
            when a.review_by < :today then 'DUE_FOR_REVIEW'
            else 'PUBLISHED' end)""";

  /** Titles, descriptions and languages may stay guessed: nobody needs to confirm them. */
  private static final String TO_CONFIRM =
      """
      (a.status <> 'ARCHIVED' and jsonb_path_exists(
        a.labels - 'title' - 'description' - 'language', '$.** ? (@.origin == "INFERRED")'))""";

  private final JdbcClient jdbc;
  private final Clock clock;
  private final AssetRows rows = new AssetRows(JsonMapper.builder().build());

  JdbcAssetListing(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public List<Asset> page(AssetFilter filter, int offset, int limit) {
    var values = new HashMap<String, Object>();
    var where = where(filter, values);
    values.put("offset", offset);
    values.put("limit", limit);
    return jdbc
        .sql(AssetRows.SELECT + where + order(filter.order()) + " offset :offset limit :limit")
        .params(values)
        .query(rows)
        .list()
        .stream()
        .map(StoredAsset::asset)
        .toList();
  }

  @Override
  public int count(AssetFilter filter) {
    var values = new HashMap<String, Object>();
    return jdbc.sql("select count(*) from asset a " + where(filter, values))
        .params(values)
        .query(Integer.class)
        .single();
  }

  private String where(AssetFilter filter, Map<String, Object> values) {
    var conditions = new ArrayList<String>();
    if (filter.state() != null) {
      conditions.add(STATE + " = :state");
      values.put("state", filter.state().name());
      values.put("today", LocalDate.now(clock));
    }
    if (filter.type() != null) {
      conditions.add("a.type = :type");
      values.put("type", filter.type().name());
    }
    if (filter.stage() != null) {
      conditions.add("a.labels @> cast(:stage as jsonb)");
      values.put("stage", "{\"stages\":[{\"value\":\"" + filter.stage().name() + "\"}]}");
    }
    if (filter.owner() != null) {
      conditions.add("a.owner = :owner");
      values.put("owner", filter.owner());
    }
    if (filter.toConfirm()) conditions.add(TO_CONFIRM);
    int number = 0;
    for (var word : filter.text().strip().split("\\s+")) {
      if (word.isEmpty()) continue;
      var name = "word" + number++;
      conditions.add(
          "concat_ws(' ', a.title, a.id, a.owner, array_to_string(a.tags, ' ')) ilike :" + name);
      values.put(
          name, "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
    }
    return conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
  }

  private static String order(AssetFilter.Order order) {
    return switch (order) {
      case TITLE -> " order by lower(a.title), a.id";
      case CHANGED -> " order by a.changed_at desc, a.id";
      case REVIEW -> " order by a.review_by nulls last, a.id";
    };
  }

  @Override
  public List<String> owners() {
    return jdbc.sql("select distinct owner from asset where owner is not null order by owner")
        .query(String.class)
        .list();
  }

  @Override
  public Overview overview() {
    record Group(String state, long assets, long toConfirm) {}
    var groups =
        jdbc.sql(
                "select state, count(*) as assets, count(*) filter (where guessed) as to_confirm"
                    + " from (select "
                    + STATE
                    + " as state, "
                    + TO_CONFIRM
                    + " as guessed from asset a) as each group by state")
            .param("today", LocalDate.now(clock))
            .query(Group.class)
            .list();
    var byState = new EnumMap<LifecycleState, Long>(LifecycleState.class);
    for (var state : LifecycleState.values()) byState.put(state, 0L);
    groups.forEach(group -> byState.put(LifecycleState.valueOf(group.state()), group.assets()));
    return new Overview(byState, groups.stream().mapToLong(Group::toConfirm).sum());
  }
}
