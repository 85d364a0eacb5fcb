package dev.tandem;

import java.io.IOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Reads the version that the build wrote into the jar. */
class ProgramVersion implements IVersionProvider {
  @Override
  public String[] getVersion() throws IOException {
    var properties = new Properties();
    try (var stream = getClass().getResourceAsStream("/META-INF/build-info.properties")) {
      if (stream != null) properties.load(stream);
    }
    return new String[] {
      "Tandem " + properties.getProperty("build.version", "(built from sources)")
    };
  }
}
