package dev.tandem.library.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.library.Asset;
import dev.tandem.library.AssetFiles;
import dev.tandem.library.AssetId;
import dev.tandem.library.extraction.ExtractionOutcome;
import dev.tandem.library.extraction.ExtractionRequest;
import dev.tandem.library.extraction.TextExtractor;
import dev.tandem.library.store.AssetDraft;
import dev.tandem.shared.TandemHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewsTest {
  private static final String PDF = "application/pdf";
  private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G'};

  @TempDir private Path folder = Path.of("");
  private final Painter painter = new Painter();

  @Test
  void aPictureIsMadeOnceAndKeptByTheFilesChecksum() {
    assertThat(previews().of(asset("aa", PDF))).get().isEqualTo(kept("aa"));
    assertThat(kept("aa")).hasBinaryContent(PICTURE);
    assertThat(previews().of(asset("aa", PDF))).as("after a restart").contains(kept("aa"));
    assertThat(painter.asked).hasValue(1);
  }

  @Test
  void aNewVersionGetsAPictureOfItsOwn() {
    var previews = previews();
    previews.of(asset("aa", PDF));
    assertThat(previews.of(asset("bb", PDF))).contains(kept("bb"));
    assertThat(painter.asked).hasValue(2);
  }

  @Test
  void formatsWithoutPagesAreNotEvenTried() {
    assertThat(previews().of(asset("aa", "text/markdown"))).isEmpty();
    assertThat(previews().of(asset("aa", null))).isEmpty();
    assertThat(previews().of(asset(null, PDF))).as("a link").isEmpty();
    assertThat(painter.asked).hasValue(0);
  }

  @Test
  void aFileThatGivesNoPictureIsAskedOnlyOnce() {
    painter.picture = null;
    var previews = previews();
    assertThat(previews.of(asset("aa", PDF))).isEmpty();
    assertThat(previews.of(asset("aa", PDF))).isEmpty();
    assertThat(painter.asked).hasValue(1);
    assertThat(files()).isEmpty();
  }

  @Test
  void manyWhoAskAtOnceShareOnePicture() {
    var previews = previews();
    var asking =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> previews.of(asset("aa", PDF))))
            .limit(8)
            .toList();
    assertThat(asking).allSatisfy(one -> assertThat(one.join()).contains(kept("aa")));
    assertThat(painter.asked).hasValue(1);
    assertThat(files()).as("nothing half made stays").containsExactly("aa.png");
  }

  private Previews previews() {
    AssetFiles originals = asset -> Optional.of(Path.of("original"));
    return new Previews(originals, painter, new TandemHome(folder));
  }

  private Path kept(String checksum) {
    return folder.resolve("data/previews").resolve(checksum + ".png");
  }

  private List<String> files() {
    var previews = folder.resolve("data/previews");
    if (!Files.exists(previews)) return List.of();
    try (var files = Files.list(previews)) {
      return files.map(file -> file.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Asset asset(@Nullable String checksum, @Nullable String mediaType) {
    var now = Instant.parse("2026-01-01T00:00:00Z");
    return AssetDraft.of(new AssetId("guide"), now)
        .checksum(checksum)
        .mediaType(mediaType)
        .build(now);
  }

  private static final class Painter implements TextExtractor {
    private final AtomicInteger asked = new AtomicInteger();
    private volatile byte @Nullable [] picture = PICTURE;

    @Override
    public Optional<byte[]> preview(Path file, int maxWidth) {
      asked.incrementAndGet();
      return Optional.ofNullable(picture);
    }

    @Override
    public ExtractionOutcome extract(Path file, ExtractionRequest request) {
      throw new UnsupportedOperationException("nobody reads the text");
    }
  }
}
