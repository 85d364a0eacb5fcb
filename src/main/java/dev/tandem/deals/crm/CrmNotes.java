package dev.tandem.deals.crm;

import dev.tandem.deals.DealNotes;
import dev.tandem.deals.OpportunityId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes to the one CRM that a deal came from, and only if that source has {@code write-back}. */
@Component
class CrmNotes implements DealNotes {
  private static final Logger LOG = LoggerFactory.getLogger(CrmNotes.class);

  private final SyncSources sources;
  private final SyncStore store;
  private final JdbcClient jdbc;
  private final Clock clock;

  CrmNotes(SyncSources sources, SyncStore store, JdbcClient jdbc, Clock clock) {
    this.sources = sources;
    this.store = store;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public boolean areWanted() {
    return sources.names().stream().anyMatch(name -> sources.access(name).writeBack());
  }

  @Override
  public OptionalLong position() {
    return jdbc.sql("select position from sync_note_position")
        .query(Long.class)
        .optional()
        .map(OptionalLong::of)
        .orElse(OptionalLong.empty());
  }

  @Override
  public void moveTo(long position) {
    jdbc.sql(
            "insert into sync_note_position (position) values (?)"
                + " on conflict (only_row) do update set position = excluded.position")
        .param(position)
        .update();
  }

  @Override
  public boolean note(String key, OpportunityId deal, String text) {
    var source = sourceOf(deal);
    if (source == null || isNoted(key)) return true;
    try {
      sources.open(source).addNote(deal.value(), text);
      remember(key, deal, source, null);
      return true;
    } catch (CrmFailure failure) {
      if (failure.mayPass()) return false;
      LOG.warn("A note on deal {} was refused: {}", deal, failure.getMessage());
      remember(key, deal, source, failure.getMessage());
      return true;
    } catch (UnsupportedOperationException cannot) {
      remember(key, deal, source, cannot.getMessage());
      return true;
    }
  }

  private @Nullable String sourceOf(OpportunityId deal) {
    for (var name : sources.names()) {
      if (!sources.access(name).writeBack()) continue;
      var heard = store.heard(name, List.of(deal.value())).get(deal.value());
      if (heard != null && !heard.removed()) return name;
    }
    return null;
  }

  private boolean isNoted(String key) {
    return jdbc.sql("select count(*) from sync_note where key = ?")
            .param(key)
            .query(Long.class)
            .single()
        > 0;
  }

  private void remember(String key, OpportunityId deal, String source, @Nullable String problem) {
    jdbc.sql(
            "insert into sync_note (key, deal, source, noted_at, problem)"
                + " values (:key, :deal, :source, :at, :problem) on conflict do nothing")
        .param("key", key)
        .param("deal", deal.value())
        .param("source", source)
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .param("problem", problem)
        .update();
  }
}
