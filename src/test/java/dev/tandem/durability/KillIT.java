package dev.tandem.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.browser.TandemServer;
import dev.tandem.database.HomeDatabase;
import dev.tandem.shared.TandemHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The built program is killed again and again in the middle of its work; what it acknowledged is
 * there afterwards, once and whole. {@code -Dtandem.test.seed=…} takes the same decisions again,
 * {@code -Dtandem.test.kills=…} takes more of them.
 */
class KillIT {
  private static final long SEED = Long.getLong("tandem.test.seed", System.nanoTime());
  private static final int KILLS = Integer.getInteger("tandem.test.kills", 21);
  private static final int KILLED_IMPORTS = 4;

  private static Path folder = Path.of("");
  private static UnpackedJar program = new UnpackedJar(folder);

  private final Random random = new Random(SEED);
  private HomeDatabase database = new HomeDatabase(new TandemHome(folder));

  @BeforeAll
  static void unpack() throws Exception {
    System.out.println("KillIT: -Dtandem.test.seed=" + SEED);
    var parent = Files.createDirectories(Path.of("target", "test-homes").toAbsolutePath());
    folder = Files.createTempDirectory(parent, "kill-").toRealPath();
    program = UnpackedJar.in(folder.resolve("program"));
    program.learnToStart(folder.resolve("first"));
  }

  @AfterAll
  static void leaveNothing() throws IOException {
    FileSystemUtils.deleteRecursively(folder);
  }

  @BeforeEach
  void newHome() throws IOException {
    database = new HomeDatabase(new TandemHome(Files.createTempDirectory(folder, "home-")));
  }

  @AfterEach
  void nothingRunsOn() {
    database.processes().forEach(ProcessHandle::destroyForcibly);
    await().until(() -> database.processes().findAny().isEmpty());
  }

  @Test
  void whatTheApiAndTheInboxAcknowledgedSurvivesEveryKill() throws Exception {
    var token = run("token", "create", "--user", "crm", "--role", "administrator").strip();
    var books = new Books(database, new Random(SEED + 1));
    long began = System.nanoTime();
    for (int life = 1; life <= KILLS; life++) {
      var server = serve();
      try {
        if (life % 7 == 0) {
          long usual = (System.nanoTime() - began) / life;
          strike(server, TimeUnit.NANOSECONDS.toMillis((long) (random.nextDouble() * usual)));
          continue;
        }
        var api = new Api(server.awaitAnswer().url(""), token);
        books.compare();
        books.searchForWhatIsNew(api);
        assertThat(workUntilStruck(server, api, books)).as("answers nobody expects").isEmpty();
      } catch (Throwable failure) {
        System.err.println("life " + life + " of the killed server:\n" + server.output());
        throw failure;
      } finally {
        server.kill();
      }
    }
    try (var server = serve().awaitAnswer()) {
      books.compare();
      books.settle(new Api(server.url(""), token));
    }
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
    System.out.printf("KillIT: %d kills in %d s; acknowledged: %s%n", KILLS, seconds, books);
  }

  private List<Throwable> workUntilStruck(TandemServer server, Api api, Books books)
      throws Exception {
    var traffic = new Traffic();
    for (int file = random.nextInt(4); file > 0; file--) books.dropIntoInbox();
    var uploads = traffic.start(books.uploads, api::upload);
    traffic.start(books.uploads, api::upload);
    traffic.start(books.events, api::append);
    // the first upload of a life is the slowest: it starts the reader of files
    assertThat(uploads.tryAcquire(random.nextInt(1, 12), 2, TimeUnit.MINUTES))
        .as("the server works, and takes what it is sent")
        .isTrue();
    strike(server, random.nextInt(100));
    return traffic.awaitEnd();
  }

  @Test
  void anImportThatWasKilledGoesOnWhenItIsCalledAgain() throws Exception {
    var contents = new Random(SEED + 2);
    var pieces = new ArrayList<Piece>();
    for (int number = 1; number <= 300; number++) pieces.add(Piece.of(number, contents));
    var source = Files.createDirectories(folder.resolve("source"));
    for (var piece : pieces) Files.write(source.resolve(piece.fileName()), piece.bytes());

    for (int kill = 1; kill <= KILLED_IMPORTS; kill++) {
      var importing = start("import", "assets", source.toString());
      int enough = pieces.size() * kill / (KILLED_IMPORTS + 1);
      await()
          .atMost(Duration.ofMinutes(2))
          .pollInterval(Duration.ofMillis(20))
          .until(() -> originals() >= enough || !importing.isAlive());
      assertThat(importing.isAlive()).as("killed before it is done").isTrue();
      blow().strike(importing.toHandle(), database);
    }
    var report = report(run("import", "assets", source.toString(), "--json"));
    assertThat(report.get("rejected").intValue()).isZero();
    assertThat(report.get("duplicate").intValue()).isZero();
    int before = report.get("unchanged").intValue();
    assertThat(before + report.get("published").intValue()).isEqualTo(pieces.size());
    System.out.printf(
        "KillIT: %d of %d files were in the library after %d killed imports%n",
        before, pieces.size(), KILLED_IMPORTS);

    var again = report(run("import", "assets", source.toString(), "--json"));
    assertThat(again.get("unchanged").intValue()).isEqualTo(pieces.size());
  }

  private static JsonNode report(String printed) {
    return JsonMapper.shared().readTree(printed);
  }

  private long originals() throws IOException {
    if (!Files.isDirectory(database.home().originals())) return 0;
    try (var files = Files.walk(database.home().originals())) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  /** Searching by words alone: what is near in meaning to an invented word is anything. */
  private TandemServer serve() {
    return TandemServer.launch(
        program.command(),
        database.home().folder(),
        Map.of("TANDEM_INBOX_EVERY", "100ms", "TANDEM_ENCODER_ENABLED", "false"));
  }

  /** Strikes at a moment that depends on nothing the program does. */
  private void strike(TandemServer server, long afterMillis) {
    var blow = blow();
    CompletableFuture.runAsync(
            () -> blow.strike(server.process(), database),
            CompletableFuture.delayedExecutor(afterMillis, TimeUnit.MILLISECONDS))
        .join();
  }

  private Blow blow() {
    return Blow.values()[random.nextInt(Blow.values().length)];
  }

  private String run(String... words) throws IOException, InterruptedException {
    return UnpackedJar.run(command(words), environment());
  }

  private Process start(String... words) throws IOException {
    var builder = new ProcessBuilder(command(words));
    builder.environment().putAll(environment());
    return builder
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static List<String> command(String... words) {
    var command = new ArrayList<>(program.command());
    command.addAll(List.of(words));
    return command;
  }

  private Map<String, String> environment() {
    return Map.of("TANDEM_HOME", database.home().folder().toString());
  }
}
