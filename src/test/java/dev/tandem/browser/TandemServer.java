package dev.tandem.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The built jar as a process of its own, on a port that was free. */
public final class TandemServer implements AutoCloseable {
  private static final Pattern ANSWERS = Pattern.compile("answers at http://localhost:(\\d+)");
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Process process;
  private final CompletableFuture<Integer> answersAt = new CompletableFuture<>();
  private final StringBuffer output = new StringBuffer();

  /** Starts on {@code home}; returns when the first request would be answered. */
  public static TandemServer start(Path home, String... options) {
    return start(home, Map.of(), options);
  }

  /** Likewise, with settings as environment variables. */
  public static TandemServer start(Path home, Map<String, String> settings, String... options) {
    return launch(javaCommand(), home, settings, options).awaitAnswer();
  }

  /**
   * Starts on {@code home} and waits for nothing.
   *
   * @param java what runs the program, without a command of its own
   * @param environment beside that of this process
   */
  public static TandemServer launch(
      List<String> java, Path home, Map<String, String> environment, String... options) {
    return new TandemServer(java, home, environment, List.of(options));
  }

  private TandemServer(
      List<String> java, Path home, Map<String, String> environment, List<String> options) {
    try {
      Files.createDirectories(home);
      var command = new ArrayList<>(java);
      command.addAll(List.of("serve", "--port", "0"));
      command.addAll(options);
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().put("TANDEM_HOME", home.toAbsolutePath().toString());
      // a benchmark is no misbehaving client
      builder.environment().put("TANDEM_API_LIMITS_REQUESTS_PER_SECOND", "100000");
      builder.environment().put("TANDEM_API_LIMITS_BURST", "100000");
      builder.environment().putAll(environment);
      process = builder.start();
      Thread.ofPlatform().daemon().start(this::readOutput);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What runs the jar, without a command of its own: the launcher's options in a small heap. */
  public static List<String> javaCommand() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx1g",
        "-XX:-G1UseAdaptiveIHOP",
        "-XX:InitiatingHeapOccupancyPercent=70",
        "--add-modules",
        "jdk.incubator.vector",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-Djava.awt.headless=true",
        "-jar",
        jar().toString());
  }

  /** The built jar. */
  public static Path jar() {
    var jar = Path.of(System.getProperty("tandem.jar", "target/tandem.jar")).toAbsolutePath();
    if (!Files.exists(jar))
      throw new IllegalStateException(jar + " is missing: build it first with ./mvnw package");
    return jar;
  }

  private void readOutput() {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        output.append(line).append('\n');
        var match = ANSWERS.matcher(line);
        if (match.find()) answersAt.complete(Integer.valueOf(match.group(1)));
      }
    } catch (IOException e) {
      output.append(e);
    }
    answersAt.completeExceptionally(new IllegalStateException("ended:\n" + output));
  }

  /** Returns when the first request would be answered. */
  public TandemServer awaitAnswer() {
    try {
      var _ = answersAt.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      return this;
    } catch (Exception e) {
      kill();
      throw new IllegalStateException("Tandem did not start:\n" + output, e);
    }
  }

  public String url(String path) {
    return "http://localhost:" + port() + path;
  }

  public int port() {
    return answersAt.join();
  }

  /** Memory it holds, as Linux counts it; 0 on other systems. */
  public long residentBytes() throws IOException {
    var status = Path.of("/proc", String.valueOf(process.pid()), "status");
    if (!Files.exists(status)) return 0;
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) * 1024)
        .findFirst()
        .orElse(0);
  }

  public ProcessHandle process() {
    return process.toHandle();
  }

  /** Everything it wrote so far. */
  public String output() {
    return output.toString();
  }

  /** Ends it as a power failure would: {@code kill -9}. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  @Override
  public void close() {
    process.destroy();
    if (!awaitEnd()) kill();
  }

  private boolean awaitEnd() {
    try {
      return process.waitFor(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
