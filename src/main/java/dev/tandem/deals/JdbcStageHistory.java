package dev.tandem.deals;

import dev.tandem.deals.Opportunities.StageMoment;
import dev.tandem.taxonomy.JourneyStage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stages deals went through. */
@Repository
class JdbcStageHistory {
  private final JdbcClient jdbc;
  private final StageMap stages;

  JdbcStageHistory(JdbcClient jdbc, StageMap stages) {
    this.jdbc = jdbc;
    this.stages = stages;
  }

  private record Row(
      OpportunityId deal, String salesStage, @Nullable JourneyStage stated, Instant at) {
    static Row read(ResultSet row, int number) throws SQLException {
      var stated = row.getString("stated");
      return new Row(
          new OpportunityId(row.getString("deal")),
          row.getString("sales_stage"),
          stated == null ? null : JourneyStage.parse(stated).orElseThrow(),
          row.getObject("entered_at", OffsetDateTime.class).toInstant());
    }

    boolean sameStageAs(Row other) {
      return salesStage.equals(other.salesStage) && Objects.equals(stated, other.stated);
    }
  }

  Map<OpportunityId, List<StageEntry>> of(Collection<OpportunityId> deals) {
    var rows = new LinkedHashMap<OpportunityId, List<Row>>();
    jdbc.sql(
            "select deal, entered_at, sales_stage, stated from stage_history"
                + " where deal = any(:deals) order by deal, entered_at, sales_stage")
        .param("deals", deals.stream().map(OpportunityId::value).toArray(String[]::new))
        .query(Row::read)
        .list()
        .forEach(row -> rows.computeIfAbsent(row.deal, deal -> new ArrayList<>()).add(row));
    var histories = new LinkedHashMap<OpportunityId, List<StageEntry>>();
    rows.forEach((deal, passed) -> histories.put(deal, entries(passed)));
    return histories;
  }

  private List<StageEntry> entries(List<Row> rows) {
    var entries = new ArrayList<StageEntry>();
    Row before = null;
    for (var row : rows) {
      if (before == null || !row.sameStageAs(before)) {
        var reading =
            row.stated == null
                ? stages.read(row.salesStage, Outcome.OPEN)
                : new StageReading(row.stated, StageReading.Basis.STATED);
        entries.add(new StageEntry(row.deal, row.salesStage, reading, row.at));
      }
      before = row;
    }
    return List.copyOf(entries);
  }

  /** Notes the stage a deal is in now, unless it has none. */
  void note(Opportunity deal, Instant at) {
    var stated = deal.stageOverride();
    var salesStage = deal.salesStage();
    if (salesStage != null) insert(deal.id(), salesStage, stated, at);
    else if (stated != null) insert(deal.id(), stated.label(), stated, at);
  }

  /** What one deal passed, the other has passed too. */
  void copy(OpportunityId from, OpportunityId to) {
    jdbc.sql(
            """
            insert into stage_history (deal, entered_at, sales_stage, stated)
            select :to, entered_at, sales_stage, stated from stage_history where deal = :from
            on conflict do nothing
            """)
        .param("from", from.value())
        .param("to", to.value())
        .update();
  }

  int add(List<StageMoment> moments) {
    return moments.stream()
        .mapToInt(moment -> insert(moment.deal(), moment.salesStage(), null, moment.enteredOn()))
        .sum();
  }

  private int insert(
      OpportunityId deal, String salesStage, @Nullable JourneyStage stated, Instant at) {
    return jdbc.sql(
            """
            insert into stage_history (deal, entered_at, sales_stage, stated)
            values (:deal, :at, :sales_stage, :stated) on conflict do nothing
            """)
        .param("deal", deal.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("sales_stage", salesStage)
        .param("stated", stated == null ? null : stated.id())
        .update();
  }
}
