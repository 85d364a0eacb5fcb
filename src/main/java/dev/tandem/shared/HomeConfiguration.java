package dev.tandem.shared;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HomeConfiguration {
  @Bean
  HomeLock homeLock(@Value("${tandem.home:}") String folder) {
    return HomeLock.take(new TandemHome(Path.of(folder)));
  }

  /** Comes out of the lock, so that whoever writes into the home holds it. */
  @Bean
  TandemHome tandemHome(HomeLock lock) {
    return lock.home();
  }
}
