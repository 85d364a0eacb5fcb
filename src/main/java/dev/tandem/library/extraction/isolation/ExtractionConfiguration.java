package dev.tandem.library.extraction.isolation;

import dev.tandem.library.extraction.TextExtractor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExtractionSettings.class)
class ExtractionConfiguration {

  @Bean(destroyMethod = "close")
  TextExtractor textExtractor(ExtractionSettings settings) {
    return new IsolatedTextExtractor(settings);
  }
}
