package dev.tandem.library.extraction.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The file to read.
 *
 * @param name the name its owner gave it
 * @param mediaType as it is going to be read
 */
record SourceFile(Path path, String name, String mediaType) {

  InputStream open() throws IOException {
    return Files.newInputStream(path);
  }

  /** At most so many bytes from the start. */
  byte[] head(int bytes) throws IOException {
    try (var in = open()) {
      return in.readNBytes(bytes);
    }
  }

  /** Lower-case ending without the dot, empty where there is none. */
  static String ending(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 || name.length() - dot > 12
        ? ""
        : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
