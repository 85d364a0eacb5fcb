package dev.tandem.deals.crm;

import dev.tandem.deals.DealReading.Unreadable;
import dev.tandem.deals.Opportunities;
import dev.tandem.deals.Opportunities.StageMoment;
import dev.tandem.deals.Opportunity;
import dev.tandem.deals.OpportunityId;
import dev.tandem.deals.Receipt;
import dev.tandem.deals.crm.CrmRecord.StagePassed;
import dev.tandem.deals.crm.SyncReport.Counts;
import dev.tandem.deals.crm.SyncReport.Problem;
import dev.tandem.deals.crm.SyncStore.Heard;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes one page of a CRM into the deals; to be called inside a transaction. */
@Component
class PageTaking {
  private static final int LONGEST_STAGE = 200;
  private static final int MOST_MOMENTS = 500;

  private final Opportunities opportunities;
  private final RecordReading reading;
  private final SyncStore store;
  private final Clock clock;

  PageTaking(Opportunities opportunities, RecordReading reading, SyncStore store, Clock clock) {
    this.opportunities = opportunities;
    this.reading = reading;
    this.store = store;
    this.clock = clock;
  }

  Counts take(CrmPage page, SyncJob job) {
    return new OnePage(job).take(page);
  }

  private final class OnePage {
    private final SyncJob job;
    private final Map<String, Heard> heard = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Opportunity> deals = new ArrayList<>();
    private final List<StageMoment> moments = new ArrayList<>();
    private final Map<OpportunityId, Instant> enteredStage = new HashMap<>();
    private long removed;
    private long merged;
    private long stale;

    OnePage(SyncJob job) {
      this.job = job;
    }

    Counts take(CrmPage page) {
      var records = newestOfEach(page.records());
      stale += page.records().stream().filter(it -> !it.isHistoryOnly()).count() - records.size();
      var before = store.heard(job.source(), ids(records.values(), page.removals()));
      var stored = opportunities.findAll(dealIds(page.records()));
      for (var record : records.values()) read(record, before.get(record.id()), stored);
      for (var record : page.records()) if (record.isHistoryOnly()) passed(record, stored);
      var receipts = opportunities.receiveAll(deals, enteredStage);
      if (!moments.isEmpty()) opportunities.addHistory(moments);
      records.values().stream()
          .filter(record -> heard.containsKey(record.id()))
          .forEach(record -> record.absorbed().forEach(lost -> merge(lost, record, before)));
      page.removals().forEach(removal -> remove(removal, before));
      for (var refusal : page.refusals())
        complain(refusal.crmId(), refusal.column(), refusal.problem());
      remember();
      return new Counts(
          count(receipts, Receipt.ADDED),
          count(receipts, Receipt.CHANGED),
          count(receipts, Receipt.UNCHANGED),
          removed,
          merged,
          stale,
          problems.size());
    }

    private void read(
        CrmRecord record, @Nullable Heard before, Map<OpportunityId, Opportunity> stored) {
      if (before != null && isOlder(record.modifiedAt(), before)) {
        stale++;
        return;
      }
      try {
        var id = new OpportunityId(record.id());
        var deal = reading.read(record, stored.get(id), job);
        deals.add(deal);
        heard.put(record.id(), new Heard(record.modifiedAt(), false, null));
        passed(deal, record.stages());
      } catch (Unreadable wrong) {
        complain(record.id(), wrong.column(), String.valueOf(wrong.getMessage()));
      } catch (FieldMapping.WrongValue wrong) {
        complain(record.id(), wrong.column, String.valueOf(wrong.getMessage()));
      } catch (IllegalArgumentException wrong) {
        complain(record.id(), "", String.valueOf(wrong.getMessage()));
      }
    }

    /** What was said at the same moment is the same, unless the deal was removed by then. */
    private static boolean isOlder(Instant modified, Heard before) {
      return before.removed()
          ? !modified.isAfter(before.modifiedAt())
          : modified.isBefore(before.modifiedAt());
    }

    private void passed(CrmRecord history, Map<OpportunityId, Opportunity> stored) {
      var deal = stored.get(new OpportunityId(history.id()));
      if (deal == null)
        complain(history.id(), "", "the stage history is of a deal that is not known");
      else passed(deal, history.stages());
    }

    private void passed(Opportunity deal, List<StagePassed> stages) {
      stages.stream()
          .filter(stage -> !stage.salesStage().isBlank())
          .filter(stage -> stage.salesStage().length() <= LONGEST_STAGE)
          .sorted(Comparator.comparing(StagePassed::enteredAt).reversed())
          .limit(MOST_MOMENTS)
          .forEach(
              stage -> {
                moments.add(new StageMoment(deal.id(), stage.salesStage(), stage.enteredAt()));
                if (Objects.equals(stage.salesStage(), deal.salesStage()))
                  enteredStage.putIfAbsent(deal.id(), stage.enteredAt());
              });
    }

    private void merge(String lost, CrmRecord winner, Map<String, Heard> before) {
      if (lost.equals(winner.id()) || wasMerged(before.get(lost))) return;
      if (opportunities.merge(new OpportunityId(lost), new OpportunityId(winner.id()))) merged++;
      heard.put(lost, new Heard(winner.modifiedAt(), true, winner.id()));
    }

    private static boolean wasMerged(@Nullable Heard before) {
      return before != null && before.mergedInto() != null;
    }

    private void remove(CrmRemoval removal, Map<String, Heard> before) {
      var now = heard.get(removal.id());
      var known = now != null ? now : before.get(removal.id());
      if (known != null && (known.removed() || removal.at().isBefore(known.modifiedAt()))) return;
      var id = new OpportunityId(removal.id());
      var into = removal.mergedInto();
      if (into != null && opportunities.merge(id, new OpportunityId(into))) merged++;
      else removed += opportunities.remove(List.of(id));
      heard.put(removal.id(), new Heard(removal.at(), true, into));
    }

    private void complain(String crmId, String column, String problem) {
      var advice = Advice.about(column, job);
      // a dry run leaves nothing behind but its report
      if (job.dry())
        job.notes()
            .add(crmId + (column.isEmpty() ? "" : ", " + column) + ": " + problem + ". " + advice);
      problems.add(new Problem(job.source(), crmId, column, problem, advice, clock.instant()));
    }

    private void remember() {
      store.hear(job.source(), heard);
      store.settle(job.source(), heard.keySet());
      store.complain(problems);
    }
  }

  private static Map<String, CrmRecord> newestOfEach(List<CrmRecord> records) {
    var newest = new LinkedHashMap<String, CrmRecord>();
    for (var record : records)
      if (!record.isHistoryOnly())
        newest.merge(
            record.id(),
            record,
            (one, other) -> other.modifiedAt().isBefore(one.modifiedAt()) ? one : other);
    return newest;
  }

  private static Collection<String> ids(
      Collection<CrmRecord> records, Collection<CrmRemoval> removals) {
    var ids = new HashSet<String>();
    for (var record : records) {
      ids.add(record.id());
      ids.addAll(record.absorbed());
    }
    removals.forEach(removal -> ids.add(removal.id()));
    return ids;
  }

  private static List<OpportunityId> dealIds(Collection<CrmRecord> records) {
    var ids = new ArrayList<OpportunityId>();
    for (var record : records)
      try {
        ids.add(new OpportunityId(record.id()));
      } catch (IllegalArgumentException unusable) {
        // said when the record is read
      }
    return ids;
  }

  private static long count(List<Receipt> receipts, Receipt wanted) {
    return receipts.stream().filter(receipt -> receipt == wanted).count();
  }
}
