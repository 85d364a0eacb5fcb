package dev.tandem.deals.crm;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What every adapter keeps, whatever CRM is behind it. */
public abstract class CrmGatewayContract {
  protected static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  protected static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final Instant BEFORE = Instant.parse("2026-05-01T08:00:00Z");

  /** The CRM says from now on that it has this deal in this form. */
  protected abstract void put(FakeDeal deal);

  /** The CRM has the deal no more. */
  protected abstract void delete(String id, Instant at);

  protected abstract CrmGateway gateway();

  /** Whether it tells what was deleted. */
  protected boolean tellsDeletions() {
    return true;
  }

  /** Whether deals at the edge of two pages may come with both. */
  protected boolean mayRepeat() {
    return false;
  }

  @Test
  public void everyDealComesInTheFirstScan() {
    for (int i = 0; i < 501; i++) put(FakeDeal.of(i, BEFORE.plusSeconds(i)));
    var scan = scan(SyncCursor.START);
    assertThat(scan.ids()).hasSize(501);
    if (!mayRepeat()) assertThat(scan.records).hasSize(501);
    assertThat(scan.pages).isGreaterThan(1);
  }

  @Test
  public void anEmptyCrmIsReadToItsEnd() {
    assertThat(scan(SyncCursor.START).records).isEmpty();
  }

  @Test
  public void theNextScanBringsWhatChangedSinceTheLastOneBegan() {
    for (int i = 0; i < 20; i++) put(FakeDeal.of(i, BEFORE));
    var first = scan(SyncCursor.START);
    put(FakeDeal.of(7, BEFORE).changed("Renamed", NOW.plusSeconds(60)));
    var second = scan(first.end);
    assertThat(second.ids()).containsExactly("1007");
    assertThat(second.records.getFirst().values().get(usual("name"))).isEqualTo("Renamed");
    assertThat(second.records.getFirst().modifiedAt()).isEqualTo(NOW.plusSeconds(60));
  }

  @Test
  public void aPageThatIsAskedForAgainHasTheSameDeals() {
    for (int i = 0; i < 501; i++) put(FakeDeal.of(i, BEFORE.plusSeconds(i)));
    var gateway = gateway();
    var first = gateway.page(SyncCursor.START, wanted());
    gateway.taken(first.next());
    var second = gateway.page(first.next(), wanted());
    var again = gateway().page(first.next(), wanted());
    assertThat(ids(again.records())).isEqualTo(ids(second.records())).isNotEmpty();
  }

  @Test
  public void usualFieldsFillTheColumns() {
    put(FakeDeal.of(3, BEFORE));
    var record = scan(SyncCursor.START).records.getFirst();
    var cells = new FieldMapping(gateway().usualFields()).apply(record, ZoneOffset.UTC, true);
    assertThat(cells)
        .containsEntry("id", "1003")
        .containsEntry("name", "Deal 3")
        .containsEntry("account", "Account 3")
        .containsEntry("sales_stage", "Qualified")
        .containsEntry("created_on", "2026-01-15");
    assertThat(new BigDecimal(cells.getOrDefault("amount", ""))).isEqualByComparingTo("3.5");
  }

  @Test
  public void aMissingAmountIsEmptyAndNotNought() {
    put(FakeDeal.of(7, BEFORE));
    assertThat(scan(SyncCursor.START).records.getFirst().values().get(usual("amount"))).isEmpty();
  }

  @Test
  public void deletedDealsAreTold() {
    Assumptions.assumeTrue(tellsDeletions());
    for (int i = 0; i < 5; i++) put(FakeDeal.of(i, BEFORE));
    var first = scan(SyncCursor.START);
    delete("1002", NOW.plusSeconds(30));
    var second = scan(first.end);
    assertThat(second.removals).extracting(CrmRemoval::id).containsExactly("1002");
    assertThat(second.removals.getFirst().at()).isAfterOrEqualTo(NOW);
  }

  @Test
  public void usualFieldsAreAmongThoseToChooseFrom() {
    put(FakeDeal.of(1, BEFORE));
    var names = gateway().fields().stream().map(CrmField::name).collect(Collectors.toSet());
    assertThat(names).contains(usual("name"), usual("sales_stage"), usual("amount"));
  }

  protected Scan scan(SyncCursor from) {
    var scan = new Scan();
    var gateway = gateway();
    var cursor = from;
    for (boolean complete = false; !complete; scan.pages++) {
      var page = gateway.page(cursor, wanted());
      assertThat(page.refusals()).isEmpty();
      assertThat(page.complete() || !page.next().equals(cursor)).as("goes on").isTrue();
      scan.records.addAll(page.records());
      scan.removals.addAll(page.removals());
      cursor = page.next();
      gateway.taken(cursor);
      complete = page.complete();
    }
    scan.end = cursor;
    return scan;
  }

  private String usual(String column) {
    return gateway().usualFields().getOrDefault(column, "");
  }

  private Set<String> wanted() {
    return new FieldMapping(gateway().usualFields()).wanted();
  }

  private static List<String> ids(List<CrmRecord> records) {
    return records.stream().map(CrmRecord::id).toList();
  }

  /** All pages of a scan. */
  protected static final class Scan {
    public final List<CrmRecord> records = new ArrayList<>();
    public final List<CrmRemoval> removals = new ArrayList<>();
    public SyncCursor end = SyncCursor.START;
    public int pages;

    public Set<String> ids() {
      return records.stream().map(CrmRecord::id).collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
