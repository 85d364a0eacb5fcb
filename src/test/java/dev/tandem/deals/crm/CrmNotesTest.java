package dev.tandem.deals.crm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.deals.DealNotes;
import dev.tandem.deals.OpportunityId;
import dev.tandem.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(TestDatabase.class)
class CrmNotesTest {
  private static final OpportunityId DEAL = new OpportunityId("1");
  @TempDir Path home;
  private final DataSource database;
  private final JdbcClient jdbc;
  private final CrmInMemory crm = new CrmInMemory();
  private SyncAlone program;

  CrmNotesTest(DataSource database, JdbcClient jdbc) {
    this.database = database;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void oneDeal() {
    jdbc.sql("truncate sync_note, sync_note_position, sync_source, sync_record").update();
    open(Access.memoryTakingNotes());
    crm.page(new CrmRecord("1", Instant.EPOCH, Map.of("crm_name", "One")));
    program.run("crm");
  }

  private void open(CrmAccess access) {
    program =
        new SyncAlone(home, database, SyncAlone.settings("crm", access), Clock.systemUTC(), crm);
  }

  @AfterEach
  void stop() {
    program.close();
  }

  @Test
  void aNoteIsAddedOnce() {
    assertThat(notes().note("k", DEAL, "Sent")).isTrue();
    assertThat(notes().note("k", DEAL, "Sent")).isTrue();
    assertThat(crm.notes).containsExactly("1: Sent");
  }

  @Test
  void withoutAnAnswerItIsTriedAgainAndARefusalIsNot() {
    crm.refusal = CrmFailure.unreachable("no answer", null);
    assertThat(notes().note("k", DEAL, "Sent")).isFalse();
    crm.refusal = CrmFailure.refused("no right", "Give it the right.");
    assertThat(notes().note("k", DEAL, "Sent")).isTrue();
    crm.refusal = null;
    assertThat(notes().note("k", DEAL, "Sent")).isTrue();
    assertThat(crm.notes).isEmpty();
  }

  @Test
  void dealsOfNoCrmArePassedOver() {
    assertThat(notes().note("k", new OpportunityId("by-hand"), "Sent")).isTrue();
    assertThat(crm.notes).isEmpty();
  }

  @Test
  void nothingIsWrittenUnlessTheSourceSaysSo() {
    program.close();
    open(Access.memory());
    assertThat(notes().areWanted()).isFalse();
    assertThat(notes().note("k", DEAL, "Sent")).isTrue();
    assertThat(crm.notes).isEmpty();
  }

  private DealNotes notes() {
    return program.get(DealNotes.class);
  }
}
