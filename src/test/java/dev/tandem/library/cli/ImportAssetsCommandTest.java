package dev.tandem.library.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.tandem.library.intake.FolderImport;
import dev.tandem.library.intake.ImportReport;
import dev.tandem.shared.CommandRuntime;
import dev.tandem.shared.PendingWork;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What an import ends with. */
class ImportAssetsCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir private Path folder = Path.of("");

  private int run(@Nullable String fault) throws IOException {
    var imports = mock(FolderImport.class);
    when(imports.run(any(), any(), any(), any()))
        .thenReturn(new ImportReport(2, 0, 0, List.of(), List.of(), List.of(), List.of()));
    var command = new ImportAssetsCommand(new Runtime(imports, new Meaning(fault)));
    return new CommandLine(command).execute(folder.toString());
  }

  @Test
  void whatCameInAndWasReadEndsWith0() throws IOException {
    assertThat(run(null)).isZero();
    assertThat(out.toString()).containsPattern("published +2");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void whatCameInButCouldNotBeReadForItsMeaningIsReportedAndEndsWith1() throws IOException {
    assertThat(run("The model cannot be unpacked.")).isEqualTo(1);
    assertThat(out.toString()).containsPattern("published +2");
    assertThat(err.toString()).containsOnlyOnce("The model cannot be unpacked.");
  }

  private record Meaning(@Nullable String fault) implements PendingWork {
    @Override
    public String unit() {
      return "assets";
    }

    @Override
    public void catchUp() {}

    @Override
    public void finish(LongConsumer progress) {}

    @Override
    public Optional<String> leftUndone() {
      return Optional.ofNullable(fault);
    }
  }

  private final class Runtime implements CommandRuntime {
    private final FolderImport imports;
    private final PendingWork pending;

    Runtime(FolderImport imports, PendingWork pending) {
      this.imports = imports;
      this.pending = pending;
    }

    @Override
    public <T> T get(Class<T> type) {
      return type.cast(type == FolderImport.class ? imports : pending);
    }

    @Override
    public PrintWriter out() {
      return new PrintWriter(out, true);
    }

    @Override
    public PrintWriter err() {
      return new PrintWriter(err, true);
    }
  }
}
