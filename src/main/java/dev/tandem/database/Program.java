package dev.tandem.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs PostgreSQL's programs in a folder and takes what they say to a file, since a server that
 * inherits a pipe would keep it open for ever.
 */
record Program(List<String> prefix, Path folder) {
  private static final Duration LONGEST = Duration.ofMinutes(15);

  record Ended(int exitCode, String said) {
    boolean succeeded() {
      return exitCode == 0;
    }
  }

  Ended run(String... command) throws IOException {
    var words = new ArrayList<>(prefix);
    words.addAll(List.of(command));
    var output = Files.createTempFile("tandem-postgres-", ".out");
    try {
      var builder = new ProcessBuilder(words).directory(folder.toFile());
      builder.redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
      builder.environment().put("LC_ALL", "C");
      var process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException(command[0] + " did not end within " + LONGEST);
      }
      return new Ended(process.exitValue(), Files.readString(output, UTF_8).strip());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException(command[0]).initCause(e);
    } finally {
      Files.deleteIfExists(output);
    }
  }
}
