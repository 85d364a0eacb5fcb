package dev.tandem.search;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Tells how the index stands: to the health endpoint in words, to the metrics in numbers. */
@Component("searchIndexHealthIndicator")
class IndexHealth implements HealthIndicator, MeterBinder {
  private final AssetIndex index;
  private final AssetIndexer indexer;

  IndexHealth(AssetIndex index, AssetIndexer indexer) {
    this.index = index;
    this.indexer = indexer;
  }

  /** Being built is no illness: search answers with what there is. */
  @Override
  public Health health() {
    var status = index.status();
    var trouble = indexer.trouble();
    var health = trouble == null ? Health.up() : Health.down().withDetail("trouble", trouble);
    indexer.encoderFault().ifPresent(fault -> health.withDetail("encoder", fault));
    return health
        .withDetail("assets", status.assets())
        .withDetail("revision", status.revision())
        .withDetail("lag", indexer.lag())
        .withDetail("bytes", status.bytes())
        .withDetail("not_encoded", indexer.notEncoded())
        .withDetail("building", indexer.isRebuilding())
        .build();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("tandem.search.assets", () -> index.status().assets())
        .description("Assets in the search index")
        .register(registry);
    Gauge.builder("tandem.search.lag", indexer::lag)
        .description("Revisions of the library that the search index has not seen")
        .register(registry);
    Gauge.builder("tandem.search.not_encoded", indexer::notEncoded)
        .description("Assets not yet read for their meaning")
        .register(registry);
    Gauge.builder("tandem.search.size", () -> index.status().bytes())
        .description("The search index on disk")
        .baseUnit("bytes")
        .register(registry);
  }
}
