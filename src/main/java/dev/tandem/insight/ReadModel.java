package dev.tandem.insight;

import dev.tandem.deals.Opportunities;
import dev.tandem.feedback.FeedbackLog;
import dev.tandem.feedback.FeedbackLog.LoggedEvent;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Follows the feedback log and keeps the tables of the reports up to date. */
@Component
class ReadModel {
  private static final int BATCH = 2_000;

  private final FeedbackLog log;
  private final Opportunities opportunities;
  private final EventTable table;
  private final TransactionTemplate transaction;
  private final ReentrantLock oneAtATime = new ReentrantLock();

  ReadModel(
      FeedbackLog log,
      Opportunities opportunities,
      EventTable table,
      TransactionTemplate transaction) {
    this.log = log;
    this.opportunities = opportunities;
    this.table = table;
    this.transaction = transaction;
  }

  /**
   * Takes in everything that the log has by now. Reports call it, so that they are never behind.
   */
  @Scheduled(fixedDelay = 5_000)
  void catchUp() {
    oneAtATime.lock();
    try {
      long done = table.progress();
      for (var batch = log.after(done, BATCH); !batch.isEmpty(); batch = log.after(done, BATCH)) {
        var events = batch;
        transaction.executeWithoutResult(status -> take(events));
        done = batch.getLast().sequence();
      }
    } finally {
      oneAtATime.unlock();
    }
  }

  /** Forgets everything and reads the log from its start. */
  void rebuild() {
    oneAtATime.lock();
    try {
      // together, or a crash between the two would leave an empty table that believes to be full
      transaction.executeWithoutResult(status -> table.clear());
      catchUp();
    } finally {
      oneAtATime.unlock();
    }
  }

  private void take(List<LoggedEvent> batch) {
    var reading = new BatchReading(batch, table, opportunities);
    table.addSlates(reading.slateRows());
    table.addEvents(reading.eventRows());
    table.retract(reading.retracted());
    table.setProgress(batch.getLast().sequence());
  }
}
