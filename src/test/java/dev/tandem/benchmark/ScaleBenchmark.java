package dev.tandem.benchmark;

import dev.tandem.TandemApplication;
import dev.tandem.browser.TandemServer;
import dev.tandem.library.store.LibraryStore;
import dev.tandem.shared.PendingWork;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Recommendations and searches through HTTP against the built jar, on libraries of growing size.
 * Usage: {@code ./tandem bench scale [SIZE…]}; prints Markdown. {@code
 * JAVA_TOOL_OPTIONS=-Dtandem.bench.opensearch=http://localhost:9200} asks an OpenSearch node that
 * runs there the same; {@code -Dtandem.bench.folder=DIR} keeps the home of one size.
 */
final class ScaleBenchmark {
  private static final int REQUESTS = Integer.getInteger("tandem.bench.requests", 1_000);
  private static final int WARM_UP = REQUESTS * 3 / 10;

  /** Of each kind before anything is measured: the compiler needs some thousand calls. */
  private static final int FIRST_OF_ALL = Integer.getInteger("tandem.bench.warm-up", 2_000);

  /** A home that stays, and is found filled the next time, or null. */
  private static final @Nullable String KEPT = System.getProperty("tandem.bench.folder");

  /**
   * Encoding takes minutes for a thousand assets; larger libraries get invented vectors ({@link
   * InventedMeaning}).
   */
  private static final int MOST_ENCODED = 1_000;

  private static final Map<String, String> WORDS_ALONE = Map.of("TANDEM_ENCODER_ENABLED", "false");

  /** Where an OpenSearch node listens that is asked the same, or null. */
  private static final @Nullable String OPEN_SEARCH = System.getProperty("tandem.bench.opensearch");

  private final SyntheticLibrary library = new SyntheticLibrary();

  /** The same library once more, since each is made while it is told. */
  private final SyntheticLibrary told = new SyntheticLibrary();

  private final @Nullable OpenSearchNode node =
      OPEN_SEARCH == null ? null : new OpenSearchNode(OPEN_SEARCH);
  private final Path home;

  private ScaleBenchmark(Path home) {
    this.home = home;
  }

  public static void main(String[] args) throws Exception {
    var sizes =
        args.length == 0
            ? new int[] {1_000, 10_000, 100_000}
            : Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
    var home = KEPT == null ? Files.createTempDirectory("tandem-scale") : Path.of(KEPT);
    try {
      new ScaleBenchmark(home).run(sizes);
    } finally {
      if (KEPT == null) delete(home);
    }
  }

  private void run(int... sizes) throws Exception {
    int filled = 0;
    if (KEPT != null && Files.exists(home.resolve("index"))) {
      System.out.printf(Locale.ROOT, "%n## %,d assets, filled before%n%n", sizes[0]);
      measure(sizes[0]);
      return;
    }
    for (int size : sizes) {
      System.out.printf(Locale.ROOT, "%n## %,d assets%n%n", size);
      fill(filled, size);
      if (node != null) {
        if (filled == 0) node.empty();
        node.fill(told, filled, size);
      }
      filled = size;
      reindex(size);
      measure(size);
    }
  }

  /** By words alone, then with the meaning of all assets as well. */
  private void measure(int size) throws Exception {
    var token = token();
    measure(token, "words alone", WORDS_ALONE);
    if (size > MOST_ENCODED) invent(size);
    else encode(size);
    measure(token, "words and meaning", Map.of());
  }

  /** Whatever is not encoded yet, by the command that needs all of it. */
  private void encode(int size) throws Exception {
    var nothing = Files.writeString(home.resolve("situations.jsonl"), "{\"id\": \"S1\"}\n");
    long start = System.nanoTime();
    command(Map.of(), "evaluate", "--situations", nothing.toString());
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%n- read for their meaning: %.1f s with the start of the program, %,.0f assets a minute%n",
        seconds,
        size / seconds * 60);
  }

  /** Vectors for whatever is not encoded yet; what is encoded already is kept. */
  private void invent(int size) throws IOException {
    long start = System.nanoTime();
    try (var context = program(true, InventedMeaning::into)) {
      for (var work : context.getBeansOfType(PendingWork.class).values()) work.finish(done -> {});
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%n- indexed with invented vectors: %.1f s with the start of the program, %,.0f assets a"
            + " minute; index %,.1f MB%n",
        seconds,
        size / seconds * 60,
        bytes(home.resolve("index")) / 1e6);
  }

  /** The program in this process, without a server. */
  private ConfigurableApplicationContext program(
      boolean encoding, ApplicationContextInitializer<ConfigurableApplicationContext> first) {
    System.setProperty("tandem.home", home.toString());
    System.setProperty("tandem.encoder.enabled", Boolean.toString(encoding));
    return new SpringApplicationBuilder(TandemApplication.class)
        .initializers(first)
        .web(WebApplicationType.NONE)
        .profiles("command")
        .logStartupInfo(false)
        .run();
  }

  private void fill(int from, int to) {
    // encoding would take half the machine
    try (var context = program(false, program -> {})) {
      long start = System.nanoTime();
      library.fill(context.getBean(LibraryStore.class), from, to);
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          Locale.ROOT, "- into the database: %,.0f assets a second%n", (to - from) / seconds);
    }
  }

  /** From the text in the database to a complete index, including the start of the program. */
  private void reindex(int size) throws Exception {
    long start = System.nanoTime();
    var output = command(WORDS_ALONE, "reindex");
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "- reindex: %.1f s with the start of the program, %,.0f assets a second; index %,.1f MB%n",
        seconds,
        size / seconds,
        bytes(home.resolve("index")) / 1e6);
    System.out.println("  " + output.strip().replace("\n", "\n  "));
  }

  private String token() throws Exception {
    var output =
        command(WORDS_ALONE, "token", "create", "--user", "admin", "--role", "rep", "--json");
    var match = Pattern.compile("\"token\"\\s*:\\s*\"([^\"]+)\"").matcher(output);
    if (!match.find()) throw new IllegalStateException("no token in: " + output);
    return match.group(1);
  }

  private void measure(String token, String how, Map<String, String> settings) throws Exception {
    System.out.printf("%n### By %s%n%n", how);
    long start = System.nanoTime();
    try (var server = TandemServer.start(home, settings)) {
      System.out.printf(
          Locale.ROOT, "- start of the jar to ready: %.1f s%n", (System.nanoTime() - start) / 1e9);
      var load = new Load(server.url(""), token);
      firstOfAll(load);
      System.out.println("\n| request | threads | per s | p50 ms | p90 ms | p99 ms | max ms |");
      System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
      for (int threads : List.of(1, 2)) {
        print(load.run("health (baseline)", health(load), WARM_UP, threads));
        print(load.run("search, 3 words", searches(load), WARM_UP, threads));
        print(load.run("search, as one types", typed(load), WARM_UP, threads));
        print(load.run("completions, as one types", completions(load), WARM_UP, threads));
        if (node != null)
          print(
              load.run(
                  "… search, 3 words, of an OpenSearch node", searches(node), WARM_UP, threads));
        print(load.run("recommendation, deal", deals(load, ""), WARM_UP, threads));
        print(load.run("recommendation, deal and words", deals(load, "words"), WARM_UP, threads));
      }
      System.out.printf(
          Locale.ROOT,
          "%n- memory of the server: %,.0f MB resident%n",
          server.residentBytes() / 1e6);
    }
  }

  /** What the first rep after a start waits for, then enough of everything to be compiled. */
  private void firstOfAll(Load load) throws Exception {
    long start = System.nanoTime();
    load.run("", deals(load, "").subList(0, 1), 0, 1);
    System.out.printf(
        Locale.ROOT,
        "- the first recommendation after it: %.1f s%n",
        (System.nanoTime() - start) / 1e9);
    for (var kind :
        List.of(
            health(load),
            searches(load),
            typed(load),
            completions(load),
            deals(load, ""),
            deals(load, "words")))
      for (int sent = 0; sent < FIRST_OF_ALL; sent += kind.size()) load.run("", kind, 0, 2);
  }

  private static void print(Load.Measured measured) {
    System.out.println(measured.row());
  }

  private List<HttpRequest> health(Load load) {
    return repeated(() -> load.get("/actuator/health"));
  }

  private List<HttpRequest> searches(Load load) {
    return repeated(
        () ->
            load.get(
                "/api/v1/search?limit=10&q="
                    + library.sentence(library.number(1000), 3).replace(' ', '+')));
  }

  private List<HttpRequest> typed(Load load) {
    return repeated(() -> load.get("/api/v1/search?limit=10&q=" + halfTyped()));
  }

  private List<HttpRequest> completions(Load load) {
    return repeated(() -> load.get("/api/v1/search/completions?prefix=" + halfTyped()));
  }

  /** Up to three words as they stand after some key, at least two letters. */
  private String halfTyped() {
    var sentence = library.sentence(library.number(1000), 3);
    return sentence
        .substring(0, 2 + library.number(sentence.length() - 2))
        .strip()
        .replace(' ', '+');
  }

  private List<HttpRequest> searches(OpenSearchNode other) {
    return repeated(() -> other.search(library.sentence(library.number(1000), 3)));
  }

  private List<HttpRequest> deals(Load load, String query) {
    return repeated(
        () ->
            load.post(
                "/api/v1/recommendations",
                """
                {"limit": 5, "query": "%s", "deal": {"industry": "%s", "persona": "%s",
                 "stage": "%s", "competitor": "%s", "products": ["%s"], "notes": "%s"}}"""
                    .formatted(
                        query.isEmpty() ? "" : library.sentence(library.number(1000), 3),
                        library.any(SyntheticLibrary.INDUSTRIES),
                        library.any(SyntheticLibrary.PERSONAS),
                        library.any(List.of("awareness", "consideration", "decision", "post_sale")),
                        library.any(SyntheticLibrary.COMPETITORS),
                        library.any(SyntheticLibrary.PRODUCTS),
                        library.sentence(library.number(1000), 25))));
  }

  private static List<HttpRequest> repeated(java.util.function.Supplier<HttpRequest> one) {
    var requests = new ArrayList<HttpRequest>();
    for (int i = 0; i < REQUESTS; i++) requests.add(one.get());
    return requests;
  }

  private String command(Map<String, String> settings, String... args) throws Exception {
    var command = new ArrayList<>(TandemServer.javaCommand());
    command.addAll(List.of(args));
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("TANDEM_HOME", home.toString());
    builder.environment().putAll(settings);
    var process = builder.start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(Duration.ofMinutes(30)) || process.exitValue() != 0)
      throw new IllegalStateException(String.join(" ", args) + " failed: " + output);
    return output;
  }

  private static long bytes(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
