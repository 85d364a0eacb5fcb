package dev.tandem.embed;

import dev.tandem.feedback.FeedbackEvent;
import dev.tandem.feedback.FeedbackEvent.AssetUsed;
import dev.tandem.feedback.FeedbackEvent.Dismissal;
import dev.tandem.feedback.FeedbackEvent.Impression;
import dev.tandem.feedback.FeedbackEvent.Rating;
import dev.tandem.feedback.FeedbackEvent.Retraction;
import dev.tandem.feedback.FeedbackEvent.Share;
import dev.tandem.feedback.FeedbackLog;
import dev.tandem.feedback.Shares;
import dev.tandem.library.AssetId;
import dev.tandem.library.Assets;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What a rep does in the sidebar, in the rep's name and on the token's deal. */
@RestController
@RequestMapping("/embed/api")
class SidebarFeedbackController {

  /**
   * @param key unique; sending the same event again after a failure changes nothing
   * @param type impression, open, download, copy_link, helpful, not_helpful, dismissal or
   *     retraction
   * @param reason for judgments; for a retraction the key that is taken back
   * @param at when it happened, for what could not be sent at once: up to a day ago
   */
  record Done(
      @NotBlank @Size(max = 200) String key,
      @NotBlank String type,
      @Size(max = 128) @Nullable String asset,
      @Size(max = 200) @Nullable String slate,
      @Size(max = 500) @Nullable String reason,
      @Nullable Instant at) {}

  record Wanted(@NotBlank @Size(max = 128) String asset, @Size(max = 200) @Nullable String slate) {}

  /**
   * @param key of the event, for taking it back
   */
  record Link(String path, String key) {}

  private static final Duration LONGEST_DELAY = Duration.ofDays(1);

  private final FeedbackLog feedback;
  private final Assets assets;
  private final Clock clock;

  SidebarFeedbackController(FeedbackLog feedback, Assets assets, Clock clock) {
    this.feedback = feedback;
    this.assets = assets;
    this.clock = clock;
  }

  @PostMapping("/events")
  void record(@AuthenticationPrincipal EmbedContext context, @Valid @RequestBody Done done) {
    append(event(context, done, moment(done)));
  }

  /** The page's clock may be wrong: what lies ahead or too far back happened just now. */
  private Instant moment(Done done) {
    var now = clock.instant();
    var said = done.at();
    return said == null || said.isAfter(now) || said.isBefore(now.minus(LONGEST_DELAY))
        ? now
        : said;
  }

  /** A link for the buyer; making it counts as sending. */
  @PostMapping("/shares")
  Link share(@AuthenticationPrincipal EmbedContext context, @Valid @RequestBody Wanted wanted) {
    var asset = assets.find(id(wanted.asset())).orElseThrow(() -> wrong("There is no such asset."));
    if (!asset.buyerSafe()) throw wrong("This asset is internal and not for buyers.");
    if (!asset.stateOn(LocalDate.now(clock)).recommendable())
      throw wrong("This asset is not published any more.");
    var id = Shares.newId();
    var key = Shares.sentKey(id);
    append(
        new Share(
            key, clock.instant(), id, context.rep(), asset.id(), context.deal(), wanted.slate()));
    return new Link("/share/" + id, key);
  }

  private void append(FeedbackEvent event) {
    var result = feedback.append(event);
    if (!result.rejected().isEmpty()) throw wrong(result.rejected().getFirst().problem());
  }

  private static FeedbackEvent event(EmbedContext context, Done done, Instant now) {
    var rep = context.rep();
    var deal = context.deal();
    return switch (done.type()) {
      case "impression" -> new Impression(done.key(), now, slate(done), asset(done));
      case "open" -> used(context, done, now, AssetUsed.Use.OPEN);
      case "download" -> used(context, done, now, AssetUsed.Use.DOWNLOAD);
      case "copy_link" -> used(context, done, now, AssetUsed.Use.COPY_LINK);
      case "helpful", "not_helpful" ->
          new Rating(
              done.key(),
              now,
              rep,
              asset(done),
              done.type().equals("helpful"),
              done.reason(),
              done.slate(),
              deal);
      case "dismissal" ->
          new Dismissal(
              done.key(),
              now,
              slate(done),
              asset(done),
              rep,
              done.reason() == null || done.reason().isBlank() ? "other" : done.reason());
      case "retraction" -> {
        if (done.reason() == null || done.reason().isBlank())
          throw wrong("reason must name the key of the event to take back");
        yield new Retraction(done.key(), now, done.reason(), rep);
      }
      default ->
          throw wrong(
              "type must be impression, open, download, copy_link, helpful, not_helpful,"
                  + " dismissal or retraction");
    };
  }

  private static AssetUsed used(EmbedContext context, Done done, Instant now, AssetUsed.Use use) {
    return new AssetUsed(
        done.key(), now, use, context.rep(), asset(done), done.slate(), context.deal());
  }

  private static AssetId asset(Done done) {
    if (done.asset() == null) throw wrong("asset is missing");
    return id(done.asset());
  }

  private static AssetId id(String value) {
    try {
      return new AssetId(value);
    } catch (IllegalArgumentException malformed) {
      throw wrong(String.valueOf(malformed.getMessage()));
    }
  }

  private static String slate(Done done) {
    if (done.slate() == null || done.slate().isBlank()) throw wrong("slate is missing");
    return done.slate();
  }

  private static ResponseStatusException wrong(String problem) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, problem);
  }
}
