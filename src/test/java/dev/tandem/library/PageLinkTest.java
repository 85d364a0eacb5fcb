package dev.tandem.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.library.store.AssetDraft;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PageLinkTest {

  @Test
  void aPdfOpensAtThePage() {
    assertThat(PageLink.to(asset("application/pdf", "c0ffee", null), 4))
        .contains("/assets/guide/file#page=4");
  }

  @Test
  void aPdfElsewhereOpensAtThePageToo() {
    assertThat(PageLink.to(asset(null, null, "https://example.com/Guide.PDF"), 2))
        .contains("https://example.com/Guide.PDF#page=2");
  }

  @Test
  void whatHasNoPagesInTheBrowserHasNoLink() {
    assertThat(PageLink.to(asset("text/markdown", "c0ffee", null), 1)).isEmpty();
    assertThat(PageLink.to(asset(null, null, "https://example.com/video"), 1)).isEmpty();
  }

  private static Asset asset(@Nullable String type, @Nullable String sum, @Nullable String url) {
    var now = Instant.parse("2026-01-01T00:00:00Z");
    return AssetDraft.of(new AssetId("guide"), now)
        .mediaType(type)
        .checksum(sum)
        .url(url)
        .build(now);
  }
}
