package dev.tandem.insight;

import dev.tandem.deals.Opportunities;
import dev.tandem.feedback.FeedbackLog;
import dev.tandem.feedback.FeedbackLog.LoggedEvent;
import dev.tandem.insight.EventTable.EventRow;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Follows the feedback log and keeps the tables of the reports up to date. */
@Component
class ReadModel implements InsightReadModel {
  private static final int BATCH = 10_000;

  /** A twentieth of the time at most. */
  private static final int RESTS = 19;

  private static final Duration LONGEST_REST = Duration.ofMinutes(2);

  private final FeedbackLog log;
  private final Opportunities opportunities;
  private final EventTable table;
  private final RollUps rollUps;
  private final StageCorrection stages;
  private final MergedCopies merged;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final ReentrantLock oneAtATime = new ReentrantLock();
  private final Pace background = new Pace(System::nanoTime, RESTS, LONGEST_REST);

  ReadModel(
      FeedbackLog log,
      Opportunities opportunities,
      EventTable table,
      RollUps rollUps,
      StageCorrection stages,
      MergedCopies merged,
      TransactionTemplate transaction,
      Clock clock) {
    this.log = log;
    this.opportunities = opportunities;
    this.table = table;
    this.rollUps = rollUps;
    this.stages = stages;
    this.merged = merged;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** A day is folded as a whole, which takes seconds where tens of thousands of lists are shown. */
  @Scheduled(fixedDelay = 5_000)
  void catchUpInTheBackground() {
    background.run(this::catchUp);
  }

  /**
   * Takes in everything that the log has by now. Reports call it, so that they are never behind.
   */
  void catchUp() {
    catchUp(sequence -> {});
  }

  private void catchUp(LongConsumer progress) {
    oneAtATime.lock();
    try {
      long done = table.progress();
      for (var batch = log.after(done, BATCH); !batch.isEmpty(); batch = log.after(done, BATCH)) {
        var events = batch;
        transaction.executeWithoutResult(status -> take(events));
        done = batch.getLast().sequence();
        progress.accept(done);
      }
      stages.catchUp();
      merged.catchUp();
      inTheZoneOfToday();
      rollUps.fold(clock.instant());
    } finally {
      oneAtATime.unlock();
    }
  }

  @Override
  public long rebuild(LongConsumer progress) {
    oneAtATime.lock();
    try {
      // together, or a crash between the two would leave an empty table that believes to be full
      transaction.executeWithoutResult(
          status -> {
            table.clear();
            rollUps.clear();
          });
      catchUp(progress);
      return table.progress();
    } finally {
      oneAtATime.unlock();
    }
  }

  /** Days begin elsewhere when the server's zone has changed. */
  private void inTheZoneOfToday() {
    var zone = RollUps.zone();
    if (zone.equals(table.zone())) return;
    transaction.executeWithoutResult(
        status -> {
          rollUps.markAll();
          table.setZone(zone);
        });
  }

  private void take(List<LoggedEvent> batch) {
    var reading = new BatchReading(batch, table, opportunities);
    table.addSlates(reading.slateRows());
    var rows = reading.eventRows();
    table.addEvents(rows);
    rollUps.mark(reading.days(table));
    rollUps.markDeals(
        Stream.concat(
                rows.stream().map(EventRow::deal).filter(Objects::nonNull).map(String::valueOf),
                table.retract(reading.retracted()).stream())
            .toList());
    table.setProgress(batch.getLast().sequence());
  }
}
