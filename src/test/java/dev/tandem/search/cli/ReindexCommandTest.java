package dev.tandem.search.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.search.AssetIndexers;
import dev.tandem.search.LibraryInMemory;
import dev.tandem.search.SmallLibrary;
import dev.tandem.search.engine.lucene.LuceneIndexes;
import dev.tandem.shared.CommandRuntime;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReindexCommandTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();

  @Test
  void buildsTheIndexAndTellsHowManyAssetsItHolds() {
    var library = new LibraryInMemory();
    SmallLibrary.entries().forEach(entry -> library.put(entry.asset(), entry.text()));
    var index = LuceneIndexes.open(folder);
    try {
      var command = new ReindexCommand(runtime(AssetIndexers.following(library, index)));
      assertThat(new CommandLine(command).execute("--json")).isZero();
      assertThat(out.toString()).contains("\"assets\": 30");
      assertThat(index.status().assets()).isEqualTo(30);
    } finally {
      LuceneIndexes.close(index);
    }
  }

  private CommandRuntime runtime(Object bean) {
    return new CommandRuntime() {
      @Override
      public <T> T get(Class<T> type) {
        return type.cast(bean);
      }

      @Override
      public PrintWriter out() {
        return new PrintWriter(out, true);
      }

      @Override
      public PrintWriter err() {
        return new PrintWriter(new StringWriter(), true);
      }
    };
  }
}
