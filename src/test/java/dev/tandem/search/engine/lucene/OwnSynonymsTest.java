package dev.tandem.search.engine.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.search.AssetIndex;
import dev.tandem.search.AssetQuery;
import dev.tandem.search.SmallLibrary;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnSynonymsTest {
  @TempDir private Path folder;
  private AssetIndex index;

  @BeforeEach
  void fill() {
    index = LuceneIndexes.open(folder);
    index.rebuild(SmallLibrary.entries().stream(), 30);
  }

  @AfterEach
  void close() {
    LuceneIndexes.close(index);
  }

  @Test
  void theCompanysWordFindsWhatTheLibraryCallsOtherwiseUntilItIsTakenBack() {
    assertThat(found("moneybox sheet")).doesNotContain("roi-calculator");
    index.useSynonyms(List.of(List.of("moneybox sheet", "savings calculator")));
    assertThat(found("moneybox sheet")).contains("roi-calculator");
    index.useSynonyms(List.of());
    assertThat(found("moneybox sheet")).doesNotContain("roi-calculator");
  }

  private List<String> found(String words) {
    return index.search(AssetQuery.of(words)).ids().stream().map(id -> id.value()).toList();
  }
}
