package dev.tandem.sample;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Loads the sample company before the program says that it is ready. */
@Component
@ConditionalOnProperty("tandem.sample.load")
class SampleOnStart implements ApplicationRunner {
  private static final Logger LOG = LoggerFactory.getLogger(SampleOnStart.class);

  private final SampleCompany company;
  private final String folder;

  SampleOnStart(SampleCompany company, @Value("${tandem.sample.folder:}") String folder) {
    this.company = company;
    this.folder = folder;
  }

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    var sample = SampleFolder.find(folder);
    switch (company.load(sample)) {
      case LOADED -> LOG.info("The sample company {} is loaded", sample.name());
      case THERE_ALREADY -> LOG.info("The sample company is there already");
      case HOME_IN_USE ->
          LOG.warn(
              "The sample company is not loaded: this home holds content or deals already. Choose an"
                  + " empty one by TANDEM_HOME.");
    }
  }
}
