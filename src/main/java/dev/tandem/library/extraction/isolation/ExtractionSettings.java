package dev.tandem.library.extraction.isolation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits for reading files, {@code tandem.extraction.*}.
 *
 * @param workers child processes at the same time, 1 to 16
 * @param heap of one worker, at least 64 MB; the whole process may take 512 MB more
 * @param timeout for one file
 * @param maxFileSize larger files are not opened
 * @param maxCharacters text beyond is cut off
 * @param filesPerWorker after so many a worker is replaced, so that no leak can grow
 */
@ConfigurationProperties("tandem.extraction")
public record ExtractionSettings(
    @DefaultValue("1") int workers,
    @DefaultValue("384MB") DataSize heap,
    @DefaultValue("60s") Duration timeout,
    @DefaultValue("100MB") DataSize maxFileSize,
    @DefaultValue("2000000") int maxCharacters,
    @DefaultValue("500") int filesPerWorker) {

  public ExtractionSettings {
    require(workers >= 1 && workers <= 16, "workers must be 1 to 16", workers);
    require(heap.toMegabytes() >= 64, "heap must be at least 64MB", heap);
    require(timeout.isPositive(), "timeout must be positive", timeout);
    require(maxFileSize.toBytes() > 0, "max-file-size must be positive", maxFileSize);
    require(maxCharacters >= 1, "max-characters must be at least 1", maxCharacters);
    require(filesPerWorker >= 1, "files-per-worker must be at least 1", filesPerWorker);
  }

  public static ExtractionSettings defaults() {
    return new ExtractionSettings(
        1,
        DataSize.ofMegabytes(384),
        Duration.ofSeconds(60),
        DataSize.ofMegabytes(100),
        2_000_000,
        500);
  }

  private static void require(boolean holds, String rule, Object value) {
    if (!holds) {
      throw new IllegalArgumentException("tandem.extraction." + rule + ", not " + value);
    }
  }
}
