package dev.tandem.feedback.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.deals.OpportunityId;
import dev.tandem.feedback.AppendResult;
import dev.tandem.feedback.FeedbackEvent;
import dev.tandem.feedback.FeedbackEvent.BuyerView;
import dev.tandem.feedback.FeedbackLog;
import dev.tandem.feedback.Shares;
import dev.tandem.identity.UserId;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetChange;
import dev.tandem.library.AssetId;
import dev.tandem.library.AssetStatus;
import dev.tandem.library.AssetText;
import dev.tandem.library.Assets;
import dev.tandem.library.Label;
import dev.tandem.taxonomy.Audience;
import dev.tandem.taxonomy.ContentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What a buyer gets who follows a link. */
class SharedLinkTest {
  private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
  private static final String LINK = "AbCdEfGhIjKlMnOpQrStUv";
  private static final String VISITOR = "0123456789abcdef0123456789abcdef";

  @TempDir private Path folder;
  private final List<FeedbackEvent> written = new ArrayList<>();
  private Asset asset = asset("application/pdf", Audience.BUYER, AssetStatus.PUBLISHED, null);
  private AssetId linked = asset.id();
  private Map<AssetId, AssetId> merged = Map.of();
  private Instant sentAt = NOW.minus(Duration.ofDays(3));
  private MockMvcTester web = MockMvcTester.of(List.of());

  @BeforeEach
  void serve() throws IOException {
    var file = Files.writeString(folder.resolve("original"), "%PDF-1.7 <b>not html</b>");
    var clock = Clock.fixed(NOW, ZoneOffset.UTC);
    var assets = new OneAsset();
    var content = new SharedContent(new OneLink(), assets, clock, Duration.ofDays(180));
    web =
        MockMvcTester.of(
            new ShareController(content, assets, any -> Optional.of(file), new Written(), clock));
  }

  @Test
  void aLinkToAMergedCopyShowsWhatWasKept() {
    linked = new AssetId("old-guide");
    assertThat(web.get().uri("/share/" + LINK)).hasStatus(410);
    merged = Map.of(linked, asset.id());
    assertThat(web.get().uri("/share/" + LINK)).hasStatusOk().bodyText().contains("Guide");
  }

  @Test
  void theOneAssetIsShownAndMayNotBeFramedOrIndexed() {
    assertThat(web.get().uri("/share/" + LINK))
        .hasStatusOk()
        .hasHeader("X-Robots-Tag", "noindex, nofollow")
        .bodyText()
        .contains("Guide &lt;script&gt;", "/share/" + LINK + "/file")
        .doesNotContain("Guide <script>");
    assertThat(web.get().uri("/share/" + LINK).exchange().getResponse())
        .extracting(answer -> answer.getHeader("Content-Security-Policy"))
        .asString()
        .contains("default-src 'none'", "frame-ancestors 'none'");
  }

  @Test
  void aPdfIsShownByTheBrowser() {
    assertThat(web.get().uri("/share/" + LINK + "/file"))
        .hasStatusOk()
        .hasContentType(MediaType.APPLICATION_PDF)
        .hasHeader("X-Content-Type-Options", "nosniff");
  }

  @Test
  void aWebPageIsOnlyEverDownloadedAndItsTextIsEscaped() {
    asset = asset("text/html", Audience.BUYER, AssetStatus.PUBLISHED, null);
    var file = web.get().uri("/share/" + LINK + "/file").exchange().getResponse();
    assertThat(file.getContentType()).isEqualTo("application/octet-stream");
    assertThat(file.getHeader("Content-Disposition")).startsWith("attachment");
    assertThat(file.getHeader("Content-Security-Policy")).contains("sandbox");
    assertThat(web.get().uri("/share/" + LINK))
        .bodyText()
        .contains("&lt;img onerror=1&gt;")
        .doesNotContain("<img onerror", "for the speaker only");
  }

  @Test
  void whatBecameInternalOrWasRetiredOrExpiredEndsPolitely() {
    for (var ended :
        List.of(
            asset("application/pdf", Audience.INTERNAL, AssetStatus.PUBLISHED, null),
            asset("application/pdf", Audience.BUYER, AssetStatus.ARCHIVED, null),
            asset(
                "application/pdf",
                Audience.BUYER,
                AssetStatus.PUBLISHED,
                LocalDate.of(2026, 5, 1)))) {
      asset = ended;
      assertThat(web.get().uri("/share/" + LINK))
          .hasStatus(410)
          .bodyText()
          .contains("no longer available")
          .doesNotContain("Guide");
      assertThat(web.get().uri("/share/" + LINK + "/file")).hasStatus(404);
    }
  }

  @Test
  void anOldLinkEnds() {
    sentAt = NOW.minus(Duration.ofDays(181));
    assertThat(web.get().uri("/share/" + LINK)).hasStatus(410);
  }

  @Test
  void aLinkThatNobodySentLeadsNowhere() {
    assertThat(web.get().uri("/share/AbCdEfGhIjKlMnOpQrStUw")).hasStatus(404);
    assertThat(report("AbCdEfGhIjKlMnOpQrStUw", VISITOR, 1, 5)).isEqualTo(404);
    assertThat(written).isEmpty();
  }

  @Test
  void howLongItWasReadIsWrittenDown() {
    assertThat(report(LINK, VISITOR, 1, 12.5)).isEqualTo(204);
    assertThat(written)
        .singleElement()
        .isEqualTo(
            new BuyerView(
                "view:" + LINK + ":" + VISITOR + ":1",
                NOW,
                LINK,
                new AssetId("guide"),
                null,
                12.5,
                VISITOR));
  }

  @Test
  void reportsThatCannotBeTrueAreRefused() {
    assertThat(report(LINK, "me", 1, 5)).isEqualTo(400);
    assertThat(report(LINK, VISITOR, 0, 5)).isEqualTo(400);
    assertThat(report(LINK, VISITOR, 1, -1)).isEqualTo(400);
    assertThat(written).isEmpty();
  }

  @Test
  void nobodyCanFillTheLogThroughALink() {
    int refused = 0;
    for (int part = 0; part < 400; part++)
      if (report(LINK, VISITOR, part % 100 + 1, 1) == 429) refused++;
    assertThat(refused).isEqualTo(100);
  }

  private int report(String link, String visitor, int part, double seconds) {
    return web.post()
        .uri("/share/" + link + "/view")
        .contentType(MediaType.APPLICATION_JSON)
        .content(
            "{\"visitor\":\"%s\",\"part\":%d,\"seconds\":%s}".formatted(visitor, part, seconds))
        .exchange()
        .getResponse()
        .getStatus();
  }

  private static Asset asset(
      String mediaType, Audience audience, AssetStatus status, @Nullable LocalDate expiresOn) {
    return new Asset(
        new AssetId("guide"),
        1,
        1,
        Label.given("Guide <script>"),
        Label.given(""),
        Label.given(ContentType.EBOOK),
        List.of(),
        List.of(),
        Label.given("en"),
        Label.given(audience),
        status,
        null,
        null,
        null,
        null,
        null,
        expiresOn,
        null,
        List.of(),
        "guide.file",
        mediaType,
        "0".repeat(64),
        null,
        NOW,
        NOW);
  }

  private final class OneLink implements Shares {
    @Override
    public List<Sent> onDeal(OpportunityId deal) {
      return List.of();
    }

    @Override
    public List<Sent> by(UserId rep, int limit) {
      return List.of();
    }

    @Override
    public Optional<Link> link(String id) {
      return id.equals(LINK) ? Optional.of(new Link(id, linked, sentAt)) : Optional.empty();
    }
  }

  private final class OneAsset implements Assets {
    @Override
    public Optional<Asset> find(AssetId id) {
      return Optional.of(asset).filter(it -> it.id().equals(id));
    }

    @Override
    public Map<AssetId, AssetId> merged() {
      return merged;
    }

    @Override
    public Map<AssetId, Asset> findAll(Collection<AssetId> ids) {
      return Map.of(asset.id(), asset);
    }

    @Override
    public List<Asset> all() {
      return List.of(asset);
    }

    @Override
    public Optional<AssetText> text(AssetId id) {
      return Optional.of(
          new AssetText(
              id,
              1,
              List.of(),
              List.of(new AssetText.Page(1, null, "<img onerror=1>", "for the speaker only"))));
    }

    @Override
    public List<AssetChange> changedAfter(long revision, int limit) {
      return List.of();
    }

    @Override
    public long latestRevision() {
      return 1;
    }
  }

  private final class Written implements FeedbackLog {
    @Override
    public AppendResult append(List<? extends FeedbackEvent> events) {
      written.addAll(events);
      return new AppendResult(events.size(), 0, List.of());
    }

    @Override
    public List<LoggedEvent> after(long sequence, int limit) {
      return List.of();
    }

    @Override
    public Optional<LoggedEvent> find(String key) {
      return Optional.empty();
    }

    @Override
    public long latestSequence() {
      return written.size();
    }
  }
}
