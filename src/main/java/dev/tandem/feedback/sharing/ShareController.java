package dev.tandem.feedback.sharing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tandem.feedback.FeedbackEvent.BuyerView;
import dev.tandem.feedback.FeedbackLog;
import dev.tandem.library.AssetFiles;
import dev.tandem.library.Assets;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows a buyer the one asset that a link stands for, and notes how long it was looked at. */
@Controller
@RequestMapping("/share/{share}")
class ShareController {
  private static final Pattern VISITOR = Pattern.compile("[A-Za-z0-9-]{16,64}");
  private static final double LONGEST_VISIT = Duration.ofHours(4).toSeconds();

  /** Far above any buyer's use, far below what would fill a disk. */
  private static final int REPORTS_AN_HOUR = 300;

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self';"
          + " frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final SharedContent content;
  private final Assets assets;
  private final AssetFiles files;
  private final FeedbackLog feedback;
  private final Clock clock;
  private final Cache<String, AtomicInteger> reports =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofHours(1)).maximumSize(10_000).build();

  ShareController(
      SharedContent content, Assets assets, AssetFiles files, FeedbackLog feedback, Clock clock) {
    this.content = content;
    this.assets = assets;
    this.files = files;
    this.feedback = feedback;
    this.clock = clock;
  }

  @GetMapping
  ResponseEntity<String> page(@PathVariable String share, HttpServletRequest request) {
    var page = new SharePage(request.getContextPath());
    return switch (content.find(share)) {
      case SharedContent.Found.Content(var asset) ->
          html(HttpStatus.OK, page.of(share, asset, assets.text(asset.id()).orElse(null)));
      case SharedContent.Found.Ended() ->
          html(
              HttpStatus.GONE,
              page.nothing(
                  "This content is no longer available",
                  "The link has ended, or the content was replaced. Please ask the person who sent"
                      + " it to you for the current version."));
      case SharedContent.Found.Unknown() ->
          html(
              HttpStatus.NOT_FOUND,
              page.nothing(
                  "This link leads nowhere",
                  "Please check that the whole link was copied, or ask the person who sent it to"
                      + " you."));
    };
  }

  @GetMapping("/file")
  ResponseEntity<Resource> file(
      @PathVariable String share, @RequestParam(required = false) @Nullable String download) {
    return content
        .content(share)
        .flatMap(
            asset ->
                files.original(asset).map(file -> ShareFile.answer(asset, file, download != null)))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  /**
   * A part of a visit.
   *
   * @param visitor random, made anew by the page for every visit
   * @param part counts from 1
   * @param seconds that the page was in front since the part before
   */
  record Report(@Nullable String visitor, int part, double seconds) {}

  @PostMapping(path = "/view", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Void> view(@PathVariable String share, @RequestBody Report report) {
    var visitor = report.visitor();
    if (visitor == null
        || !VISITOR.matcher(visitor).matches()
        || report.part() < 1
        || report.part() > 100
        || !(report.seconds() >= 0)) return ResponseEntity.badRequest().build();
    var asset = content.content(share);
    if (asset.isEmpty()) return ResponseEntity.notFound().build();
    if (reports.get(share, none -> new AtomicInteger()).incrementAndGet() > REPORTS_AN_HOUR)
      return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).build();
    feedback.append(
        new BuyerView(
            "view:" + share + ":" + visitor + ":" + report.part(),
            clock.instant(),
            share,
            asset.get().id(),
            null,
            Math.min(LONGEST_VISIT, report.seconds()),
            visitor));
    return ResponseEntity.noContent().build();
  }

  private static ResponseEntity<String> html(HttpStatus status, String page) {
    return ResponseEntity.status(status)
        .header("Content-Security-Policy", POLICY)
        .header("X-Robots-Tag", "noindex, nofollow")
        .contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
        .body(page);
  }
}
