package dev.tandem.webhooks;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes deliveries that were done longer ago than they are kept, in small transactions. What is
 * still to be sent stays, also where its webhook is paused.
 */
@Component
@ConditionalOnWebApplication
class OldDeliveries {
  private static final Logger LOG = LoggerFactory.getLogger(OldDeliveries.class);
  static final int BATCH = 1_000;

  private final JdbcClient jdbc;
  private final WebhookSettings settings;
  private final Clock clock;

  OldDeliveries(JdbcClient jdbc, WebhookSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT2M")
  void everyHour() {
    try {
      long gone = delete();
      if (gone > 0) LOG.info("{} webhook deliveries of long ago were deleted", gone);
    } catch (DataAccessException away) {
      LOG.error("Old webhook deliveries could not be deleted; tried again in an hour", away);
    }
  }

  /**
   * @return how many went
   */
  long delete() {
    var before = clock.instant().minus(settings.keep()).atOffset(ZoneOffset.UTC);
    long all = 0;
    for (int gone = BATCH; gone == BATCH; all += gone) gone = delete(before);
    return all;
  }

  /** A delivery that is replayed meanwhile waits again, and is left alone. */
  private int delete(OffsetDateTime before) {
    return jdbc.sql(
            """
            delete from webhook_delivery where state <> 'waiting' and number in (
              select number from webhook_delivery
              where state <> 'waiting' and coalesce(tried_at, at) < :before
              limit :batch for update skip locked)
            """)
        .param("before", before)
        .param("batch", BATCH)
        .update();
  }
}
