package dev.tandem.library.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every source of files keeps. */
public abstract class ContentSourceContract {
  @TempDir protected Path fetched;

  /** There is a file of this path and text from now on. */
  protected abstract void put(String path, String text) throws IOException;

  protected abstract void delete(String path) throws IOException;

  protected abstract ContentSource source();

  @Test
  public void filesInFoldersAreToldByTheirPaths() throws IOException {
    put("a.md", "# A");
    put("deep/er/b and c.md", "# B");
    put("größe.md", "# G");
    assertThat(Told.by(source(), null).items.keySet())
        .containsExactly("a.md", "deep/er/b and c.md", "größe.md");
  }

  @Test
  public void theBytesAreFetchedAsTheyAre() throws IOException {
    put("deep/er/b and c.md", "# Größe & mehr\n");
    var item = Told.by(source(), null).items.firstEntry().getValue();
    var into = fetched.resolve("content");
    var content = (Fetched.Content) source().fetch(item, null, into);
    assertThat(into).content().isEqualTo("# Größe & mehr\n");
    assertThat(content.fileName()).isEqualTo("b and c.md");
    assertThat(content.version()).isEqualTo(item.version());
  }

  @Test
  public void theVersionChangesWithTheContentAndNotWithoutIt() throws IOException {
    put("a.md", "# A");
    var before = version("a.md");
    assertThat(version("a.md")).isEqualTo(before);
    put("a.md", "# A, and more of it");
    assertThat(version("a.md")).isNotEqualTo(before);
  }

  @Test
  public void whatIsGoneBetweenTellingAndFetchingIsSaidToBeGone() throws IOException {
    put("a.md", "# A");
    var item = Told.by(source(), null).items.firstEntry().getValue();
    delete("a.md");
    assertThat(source().fetch(item, null, fetched.resolve("content")))
        .isInstanceOf(Fetched.Gone.class);
  }

  @Test
  public void theLinkLeadsBack() throws IOException {
    put("deep/er/b and c.md", "# B");
    var link = Told.by(source(), null).items.firstEntry().getValue().link();
    assertThat(link).startsWith("http").contains("deep/er/b").doesNotContain(" ");
  }

  private String version(String path) {
    var item = Objects.requireNonNull(Told.by(source(), null).items.get(path));
    return Objects.requireNonNull(item.version());
  }
}
