package dev.tandem.deals.crm.folder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.deals.crm.CrmGateway;
import dev.tandem.deals.crm.CrmGatewayContract;
import dev.tandem.deals.crm.CrmPage.CrmRefusal;
import dev.tandem.deals.crm.FakeDeal;
import dev.tandem.deals.crm.SyncCursor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderGatewayTest extends CrmGatewayContract {
  private static final String HEADER =
      "id,name,account,sales_stage,amount,currency,created_on,modified_at,deleted\n";

  @TempDir Path folder;

  @Override
  protected void put(FakeDeal deal) {
    line(
        "%s,%s,%s,%s,%s,%s,%s,%s,"
            .formatted(
                deal.id(),
                deal.name(),
                deal.account(),
                deal.stage(),
                deal.amount(),
                deal.currency(),
                deal.created(),
                deal.modified()));
  }

  @Override
  protected void delete(String id, Instant at) {
    line("%s,,,,,,,%s,true".formatted(id, at));
  }

  private void line(String line) {
    try {
      var file = folder.resolve("deals.csv");
      if (!Files.exists(file)) Files.writeString(file, HEADER);
      Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
      Files.setLastModifiedTime(file, FileTime.from(NOW.minusSeconds(60)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected CrmGateway gateway() {
    return new FolderGateway(folder, CLOCK);
  }

  @Test
  void aFileThatIsStillBeingWrittenIsLeftAlone() throws IOException {
    put(FakeDeal.of(1, NOW));
    Files.setLastModifiedTime(folder.resolve("deals.csv"), FileTime.from(NOW.minusSeconds(1)));
    assertThat(scan(SyncCursor.START).records).isEmpty();
    assertThat(folder.resolve("deals.csv")).exists();
  }

  @Test
  void aFileIsPutAwayOnlyWhenAllIsStored() {
    put(FakeDeal.of(1, NOW));
    var gateway = gateway();
    var page = gateway.page(SyncCursor.START, Set.of());
    assertThat(gateway.page(page.next(), Set.of()).complete()).isTrue();
    assertThat(folder.resolve("deals.csv")).as("as in a dry run").exists();
    gateway.taken(page.next());
    assertThat(folder.resolve("done/deals.csv")).exists();
  }

  @Test
  void aFileWithoutIdsIsRejectedWithTheReasonBesideIt() throws IOException {
    Files.writeString(folder.resolve("odd.csv"), "name,amount\nA,1\n");
    Files.setLastModifiedTime(folder.resolve("odd.csv"), FileTime.from(NOW.minusSeconds(60)));
    var gateway = gateway();
    var page = gateway.page(SyncCursor.START, Set.of());
    assertThat(page.refusals()).extracting(CrmRefusal::problem).first().asString().contains("id");
    gateway.taken(page.next());
    assertThat(folder.resolve("rejected/odd.csv.reason.txt")).content().contains("no column 'id'");
  }
}
