package dev.tandem.deals.crm;

import dev.tandem.shared.NamedRuns;
import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Runs in the background, at most one for each source. */
@Component
@EnableConfigurationProperties(SyncSettings.class)
public class SyncWork {
  private static final Logger LOG = LoggerFactory.getLogger(SyncWork.class);

  private final DealSync sync;
  private final NamedRuns runs = new NamedRuns("sync-");

  SyncWork(DealSync sync) {
    this.sync = sync;
  }

  /**
   * @return false when it is running already
   */
  public boolean start(String source, boolean dry) {
    return runs.start(
        source,
        progress -> {
          if (sync.run(source, dry, progress).isEmpty())
            LOG.info("{} is being read by another process", source);
        });
  }

  /** How many records the run of this source has done; negative when none is on here. */
  public long progress(String source) {
    return runs.progress(source);
  }

  @PreDestroy
  void stop() throws InterruptedException {
    runs.stop();
  }
}
