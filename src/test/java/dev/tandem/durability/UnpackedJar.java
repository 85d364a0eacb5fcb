package dev.tandem.durability;

import dev.tandem.browser.TandemServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The built jar, unpacked by Spring Boot's own tool and with a cache of what a start loads: starts
 * take less than half the time, and this test consists of starts.
 */
record UnpackedJar(Path folder) {
  private static final List<String> OPTIONS =
      List.of(
          // most lives here are too short for anything better
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xmx512m",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-Djava.awt.headless=true");

  private static final Map<String, String> WITHOUT_MODEL =
      Map.of("TANDEM_ENCODER_ENABLED", "false");

  static UnpackedJar in(Path folder) throws IOException, InterruptedException {
    run(
        List.of(
            java(),
            "-Djarmode=tools",
            "-jar",
            TandemServer.jar().toString(),
            "extract",
            "--destination",
            folder.toString()),
        Map.of());
    Files.createDirectories(folder.resolve("tmp"));
    return new UnpackedJar(folder);
  }

  /**
   * Lives once, peacefully, on a home of its own, to see what a start loads. Without the model for
   * meaning: a process that is told to end while the native library loads it aborts, and an aborted
   * one writes no cache.
   */
  void learnToStart(Path home) {
    var command = command("-XX:AOTCacheOutput=" + cache());
    var server = TandemServer.launch(command, home, WITHOUT_MODEL).awaitAnswer().process();
    server.destroy();
    // it writes the cache at its end, and takes its time
    server.onExit().orTimeout(10, TimeUnit.MINUTES).join();
    if (!Files.exists(cache())) throw new IllegalStateException(cache() + " was not written");
  }

  /** Without a command of the program. */
  List<String> command() {
    return command("-XX:AOTCache=" + cache());
  }

  private List<String> command(String sharing) {
    var command = new ArrayList<>(List.of(java(), sharing));
    command.addAll(OPTIONS);
    // what a kill leaves there is swept away with the folder
    command.add("-Djava.io.tmpdir=" + folder.resolve("tmp"));
    command.add("-jar");
    command.add(folder.resolve(TandemServer.jar().getFileName()).toString());
    return command;
  }

  private Path cache() {
    return folder.resolve("start.aot");
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** What it wrote to its standard output; fails when it fails. */
  static String run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    var said = Files.createTempFile("tandem-it-", ".out");
    var complaints = Files.createTempFile("tandem-it-", ".err");
    try {
      var builder = new ProcessBuilder(command);
      builder.environment().putAll(environment);
      builder.redirectOutput(said.toFile()).redirectError(complaints.toFile());
      var process = builder.start();
      if (!process.waitFor(5, TimeUnit.MINUTES)) process.destroyForcibly().waitFor();
      if (process.exitValue() != 0)
        throw new IllegalStateException(
            command + " ended with " + process.exitValue() + ":\n" + Files.readString(complaints));
      return Files.readString(said);
    } finally {
      Files.delete(said);
      Files.delete(complaints);
    }
  }
}
