package dev.tandem.library.sources;

import jakarta.annotation.PreDestroy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
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
  private final Map<String, AtomicLong> running = new ConcurrentHashMap<>();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("content-", 0).factory());

  SourceWork(SourceSync sync) {
    this.sync = sync;
  }

  /**
   * @param archiveAll a person's word that it is right when most of it is gone
   * @return false when it is running already
   */
  public boolean start(String source, boolean archiveAll) {
    var done = new AtomicLong();
    if (running.putIfAbsent(source, done) != null) return false;
    threads.execute(
        () -> {
          try {
            if (sync.run(source, archiveAll, done::set).isEmpty())
              LOG.info("{} is being read by another process", source);
          } catch (RuntimeException failed) {
            LOG.debug("said in the report already", failed);
          } finally {
            running.remove(source);
          }
        });
    return true;
  }

  /** How many items the run of this source has done; negative when none is on here. */
  public long progress(String source) {
    var done = running.get(source);
    return done == null ? -1 : done.get();
  }

  @PreDestroy
  void stop() throws InterruptedException {
    threads.shutdown();
    if (!threads.awaitTermination(5, TimeUnit.SECONDS)) threads.shutdownNow();
  }
}
