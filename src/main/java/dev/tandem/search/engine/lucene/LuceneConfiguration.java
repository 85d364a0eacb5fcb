package dev.tandem.search.engine.lucene;

import dev.tandem.search.Synonyms;
import dev.tandem.shared.TandemHome;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LuceneConfiguration {
  @Bean(destroyMethod = "close")
  LuceneAssetIndex assetIndex(TandemHome home, Clock clock, Synonyms synonyms) {
    return new LuceneAssetIndex(home.index(), clock, synonyms::present);
  }
}
