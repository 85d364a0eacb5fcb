package dev.tandem.library.sources;

import dev.tandem.shared.NamedRuns;
import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Runs in the background, at most one for each source. */
@Component
@EnableConfigurationProperties(SourceSettings.class)
public class SourceWork {
  private static final Logger LOG = LoggerFactory.getLogger(SourceWork.class);

  private final SourceSync sync;
  private final NamedRuns runs = new NamedRuns("content-");

  SourceWork(SourceSync sync) {
    this.sync = sync;
  }

  /**
   * @param archiveAll a person's word that it is right when most of it is gone
   * @return false when it is running already
   */
  public boolean start(String source, boolean archiveAll) {
    return runs.start(
        source,
        progress -> {
          if (sync.run(source, archiveAll, progress).isEmpty())
            LOG.info("{} is being read by another process", source);
        });
  }

  /** How many items the run of this source has done; negative when none is on here. */
  public long progress(String source) {
    return runs.progress(source);
  }

  @PreDestroy
  void stop() throws InterruptedException {
    runs.stop();
  }
}
