package dev.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.shared.CommandRuntime;
import dev.tandem.testing.TandemTest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What goes in by a command comes out by one; the command line as a whole, on one small company.
 */
@TandemTest(webEnvironment = WebEnvironment.NONE)
@ActiveProfiles("command")
class CommandsTest {
  private final ApplicationContext program;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir private Path folder = Path.of("");

  CommandsTest(@Autowired ApplicationContext program) {
    this.program = program;
  }

  @BeforeEach
  void someFiles() throws IOException {
    var content = Files.createDirectories(folder.resolve("content"));
    Files.writeString(
        content.resolve("ledgers.md"), "# Why ledgers drift\n\nFive reasons and a remedy.\n");
    Files.writeString(
        content.resolve("manifest.csv"),
        """
        id,path,url,title,type,stages,audience
        ledgers,ledgers.md,,,white paper,awareness,buyer
        tour,,https://example.com/tour,The tour,video,decision,buyer
        """);
    Files.writeString(
        folder.resolve("deals.csv"),
        """
        id,name,account,sales_stage,amount,currency,owner,outcome
        D-1,Mill renewal,Mill,Qualification,1200,EUR,rita,open
        """);
    Files.writeString(
        folder.resolve("stages.csv"),
        "deal_id,sales_stage,entered_on\nD-1,Prospecting,2026-01-05\n");
    Files.writeString(
        folder.resolve("events.jsonl"),
        """
        {"key":"1","type":"open","at":"%1$s","rep":"rita","asset":"ledgers","deal":"D-1"}
        {"key":"2","type":"share","at":"%1$s","share":"x","rep":"rita","asset":"ledgers","deal":"D-1"}
        """
            .formatted(Instant.now()));
  }

  private void importEverything() {
    run(0, "import", "assets", in("content"));
    run(0, "import", "deals", in("deals.csv"), "--stage-history", in("stages.csv"));
    run(0, "import", "events", in("events.jsonl"));
  }

  @Test
  void importingAgainChangesNothing() {
    importEverything();
    assertThat(json("import", "assets", in("content"), "--json").get("unchanged").intValue())
        .isEqualTo(2);
    var deals =
        json("import", "deals", in("deals.csv"), "--stage-history", in("stages.csv"), "--json");
    assertThat(deals.get("unchanged").intValue()).isOne();
    assertThat(deals.get("history").intValue()).isZero();
    assertThat(json("import", "events", in("events.jsonl"), "--json").get("repeated").intValue())
        .isEqualTo(2);
  }

  @Test
  void dealsComeOutAsTheyWentIn() throws IOException {
    importEverything();
    run(0, "export", "deals", "--to", in("d.csv"), "--stage-history", in("s.csv"));
    assertThat(json("import", "deals", in("d.csv"), "--json").get("unchanged").intValue()).isOne();
    assertThat(folder.resolve("s.csv")).content().contains("D-1,Prospecting,2026-01-05");

    run(0, "export", "deals", "--to", in("d.jsonl"), "--format", "jsonl");
    var deal = lines("d.jsonl").getFirst();
    assertThat(deal.get("id").stringValue()).isEqualTo("D-1");
    assertThat(deal.get("sales_stage").stringValue()).isEqualTo("Qualification");
  }

  @Test
  void eventsComeOutAsTheyWentIn() throws IOException {
    importEverything();
    run(0, "export", "events", "--to", in("e.jsonl"));
    assertThat(out.toString()).startsWith("2 events written to");
    assertThat(lines("e.jsonl"))
        .extracting(event -> event.get("type").stringValue())
        .containsExactly("open", "share");
    assertThat(json("import", "events", in("e.jsonl"), "--json").get("repeated").intValue())
        .isEqualTo(2);
  }

  @Test
  void theExportedManifestBesideTheFilesIsTheSameLibrary() throws IOException {
    importEverything();
    run(0, "export", "assets", "--to", in("content/manifest.csv"));
    assertThat(out.toString()).startsWith("2 assets written to");
    var again = json("import", "assets", in("content"), "--json");
    assertThat(again.get("published").intValue()).isZero();
    assertThat(again.get("rejected").intValue()).isZero();
    assertThat(again.get("manifest_problems")).isEmpty();

    run(0, "export", "assets", "--to", in("a.jsonl"));
    assertThat(lines("a.jsonl"))
        .extracting(asset -> asset.get("id").stringValue())
        .containsExactlyInAnyOrder("ledgers", "tour");
  }

  @Test
  void performanceIsExportedWithWhatItWasCountedFrom() throws IOException {
    importEverything();
    run(0, "export", "performance", "--to", in("p.csv"));
    assertThat(out.toString()).startsWith("1 rows written to");
    assertThat(folder.resolve("p.csv")).content().contains("Why ledgers drift");

    run(0, "export", "performance", "--to", in("p.jsonl"), "--format", "jsonl", "--by", "stage");
    var row = lines("p.jsonl").getFirst();
    assertThat(row.get("key").stringValue()).isEqualTo("awareness");
    assertThat(row.get("uses").intValue()).isEqualTo(2);
  }

  @Test
  void whatCannotBeTakenIsNamedAndEndsWith1() throws IOException {
    Files.writeString(folder.resolve("bad.csv"), "id,amount\nD-2,much\n");
    run(1, "import", "deals", in("bad.csv"));
    assertThat(out.toString()).contains("1 rejected", "much");
    Files.writeString(folder.resolve("bad.jsonl"), "{\"key\":\"1\",\"type\":\"glance\"}\n");
    run(1, "import", "events", in("bad.jsonl"));
    assertThat(out.toString()).contains("0 accepted, 0 repeated, 1 rejected");
  }

  @Test
  void theReportsAreTheSameAfterTheirReadModelWasMadeAnew() throws IOException {
    importEverything();
    run(0, "export", "performance", "--to", in("before.csv"));
    assertThat(json("rebuild-insight", "--json").get("events").intValue()).isEqualTo(2);
    run(0, "export", "performance", "--to", in("after.csv"));
    assertThat(Files.readString(folder.resolve("after.csv")))
        .isEqualTo(Files.readString(folder.resolve("before.csv")));
  }

  @Test
  void reindexTellsHowManyAssetsItHolds() {
    importEverything();
    assertThat(json("reindex", "--json").get("assets").intValue()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "import",
        "import assets /no/such/folder",
        "import deals",
        "export",
        "export deals",
        "export events --to x --format csv",
        "export performance --to x --by colour",
        "token create --user crm",
        "user create",
        "serve --port 99999",
        "serve --port -7",
        "train the dog",
        "reindex now"
      })
  void wrongUsageEndsWith2AndSaysHowItIsRight(String words) {
    run(2, words.isEmpty() ? new String[0] : words.split(" "));
    assertThat(err.toString()).containsAnyOf("Usage: tandem", "Did you mean: tandem");
    assertThat(out.toString()).as("results only").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "serve",
        "import assets",
        "import deals",
        "import events",
        "export assets",
        "export deals",
        "export events",
        "export performance",
        "evaluate",
        "token create",
        "token revoke",
        "user create",
        "reindex",
        "rebuild-insight"
      })
  void everyCommandExplainsItself(String command) {
    run(0, (command + " --help").split(" "));
    assertThat(out.toString()).startsWith("Usage: tandem " + command);
  }

  private String in(String name) {
    return folder.resolve(name).toString();
  }

  private List<JsonNode> lines(String name) throws IOException {
    var lines = new ArrayList<JsonNode>();
    for (var line : Files.readAllLines(folder.resolve(name)))
      lines.add(JsonMapper.shared().readTree(line));
    return lines;
  }

  private JsonNode json(String... words) {
    run(0, words);
    return JsonMapper.shared().readTree(out.toString());
  }

  private void run(int expected, String... words) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    var runtime =
        new RunningProgram(program, new PrintWriter(out, true), new PrintWriter(err, true));
    var code = CommandLineLauncher.commandLine(runtime).execute(words);
    assertThat(code).as("%s%n%s%n%s", List.of(words), out, err).isEqualTo(expected);
  }

  private record RunningProgram(ApplicationContext program, PrintWriter out, PrintWriter err)
      implements CommandRuntime {
    @Override
    public <T> T get(Class<T> type) {
      return program.getBean(type);
    }
  }

  private record EndedProgram(PrintWriter out, PrintWriter err) implements CommandRuntime {
    @Override
    public <T> T get(Class<T> type) {
      throw new IllegalStateException("this IndexWriter is closed");
    }

    @Override
    public boolean isStopped() {
      return true;
    }
  }

  @Test
  void whoEndsACommandHearsThatAndNotWhatItWasAt() {
    var ended = new EndedProgram(new PrintWriter(out, true), new PrintWriter(err, true));
    assertThat(CommandLineLauncher.commandLine(ended).execute("reindex")).isOne();
    assertThat(err.toString()).contains("Stopped").doesNotContain("IndexWriter");
  }

  @Test
  void aPortThatIsTakenIsNamedTogetherWithTheWayOut() {
    var failure = new IllegalStateException("wrapped", new PortInUseException(8080));
    assertThat(CommandLineLauncher.rootMessage(failure))
        .startsWith("Port 8080 is in use by another program.")
        .contains("--port");
  }
}
