package dev.tandem.webhooks.web;

import dev.tandem.shared.CallerInput;
import dev.tandem.webhooks.WebhookEvent.Type;
import dev.tandem.webhooks.Webhooks;
import dev.tandem.webhooks.Webhooks.Change;
import dev.tandem.webhooks.Webhooks.Creation;
import dev.tandem.webhooks.Webhooks.Subscription;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

@RestController
@RequestMapping("/api/v1/webhooks")
@PreAuthorize("hasRole('ADMINISTRATOR')")
@Tag(name = "webhooks")
class WebhookController {
  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

  private final Webhooks webhooks;

  WebhookController(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  record Wanted(
      @NotBlank @Size(max = 1000) String url,
      @NotEmpty List<@NotBlank @Size(max = 40) String> events) {}

  /**
   * @param secret only in the answer that made it
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Hook(
      long id,
      String url,
      List<String> events,
      boolean paused,
      Instant createdAt,
      @Nullable String secret) {
    static Hook of(Subscription one, @Nullable String secret) {
      var events = one.types().stream().map(Type::id).toList();
      return new Hook(one.id(), one.address(), events, one.paused(), one.createdAt(), secret);
    }
  }

  /** What is missing stays as it is. */
  record Changed(
      @Size(min = 1, max = 1000) @Nullable String url,
      @Size(min = 1, max = 20) @Nullable List<@NotBlank @Size(max = 40) String> events,
      @Nullable Boolean paused) {}

  record Secret(String secret) {}

  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Delivery(
      long number,
      String event,
      String type,
      String state,
      int attempts,
      @Nullable Integer status,
      @Nullable String trouble,
      @Nullable String answer,
      Instant at,
      @Nullable Instant triedAt) {}

  record Since(@NotNull Instant since) {}

  record Replayed(int deliveries) {}

  @GetMapping
  @Operation(summary = "Who is told of what")
  List<Hook> list() {
    return webhooks.all().stream().map(one -> Hook.of(one, null)).toList();
  }

  @PostMapping
  @Operation(
      summary =
          "Subscribes an https address to asset.published, asset.expired, request.delivered,"
              + " share.viewed or model.promoted; deliveries are signed as Standard Webhooks are")
  ResponseEntity<Hook> create(@Valid @RequestBody Wanted wanted) {
    return switch (webhooks.create(wanted.url().strip(), types(wanted.events()))) {
      case Creation.Created(var made, var secret) ->
          ResponseEntity.created(URI.create("/api/v1/webhooks/" + made.id()))
              .cacheControl(CacheControl.noStore())
              .body(Hook.of(made, secret));
      case Creation.Refused(var reason) -> throw CallerInput.wrong("url: " + reason);
    };
  }

  @PatchMapping("/{id}")
  @Operation(summary = "Changes the address, what is told, or pauses it; what is paused is kept")
  Hook change(@PathVariable long id, @Valid @RequestBody Changed wanted) {
    var now =
        webhooks.all().stream()
            .filter(one -> one.id() == id)
            .findFirst()
            .orElseThrow(() -> missing(id));
    var address = wanted.url() == null ? now.address() : wanted.url().strip();
    var types = wanted.events() == null ? now.types() : types(wanted.events());
    boolean paused = wanted.paused() == null ? now.paused() : wanted.paused();
    return switch (webhooks.change(id, address, types, paused)) {
      case Change.Changed(var changed) -> Hook.of(changed, null);
      case Change.Refused(var reason) -> throw CallerInput.wrong("url: " + reason);
      case Change.Missing() -> throw missing(id);
    };
  }

  @PostMapping("/{id}/secret")
  @Operation(summary = "Another secret to sign with from now on; shown this once")
  ResponseEntity<Secret> newSecret(@PathVariable long id) {
    var secret = webhooks.newSecret(id).orElseThrow(() -> missing(id));
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Secret(secret));
  }

  @PostMapping("/{id}/test")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Sends an event of type test, to see whether the receiver works")
  void test(@PathVariable long id) {
    if (!webhooks.test(id)) throw missing(id);
  }

  @PostMapping("/{id}/deliveries/{number}/replay")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Delivers one thing once more")
  void again(@PathVariable long id, @PathVariable long number) {
    if (!webhooks.again(id, number))
      throw new ResponseStatusException(
          HttpStatus.NOT_FOUND, "webhook " + id + " has no delivery " + number);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Ends a subscription and what waits for it")
  void delete(@PathVariable long id) {
    if (!webhooks.delete(id)) throw missing(id);
  }

  /**
   * @param before the {@code number} of the last one of the page before
   */
  @GetMapping("/{id}/deliveries")
  @Operation(
      summary =
          "What became of the deliveries, newest first; for older ones say the last number of the"
              + " page as 'before'")
  List<Delivery> deliveries(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable Long before,
      @RequestParam(defaultValue = "200") int limit) {
    return webhooks
        .deliveries(id, before == null ? Long.MAX_VALUE : before, CallerInput.limit(limit))
        .orElseThrow(() -> missing(id))
        .stream()
        .map(
            one ->
                new Delivery(
                    one.number(),
                    one.event(),
                    one.type().id(),
                    one.state().name().toLowerCase(Locale.ROOT),
                    one.attempts(),
                    one.status(),
                    one.trouble(),
                    one.answer(),
                    one.at(),
                    one.triedAt()))
        .toList();
  }

  @PostMapping("/{id}/replay")
  @Operation(summary = "Delivers once more everything since a time")
  Replayed replay(@PathVariable long id, @Valid @RequestBody Since since) {
    var from = since.since();
    if (from.isBefore(Instant.EPOCH) || from.isAfter(LAST))
      throw CallerInput.wrong("since: a time between 1970 and 9999 is expected");
    return new Replayed(webhooks.replay(id, from).orElseThrow(() -> missing(id)));
  }

  private static Set<Type> types(List<String> events) {
    var types = EnumSet.noneOf(Type.class);
    for (var event : events)
      types.add(
          Type.of(event)
              .filter(Type.subscribable()::contains)
              .orElseThrow(
                  () ->
                      CallerInput.wrong(
                          "events: there is no '%s'; there are %s"
                              .formatted(
                                  event,
                                  Type.subscribable().stream()
                                      .map(Type::id)
                                      .collect(Collectors.joining(", "))))));
    return types;
  }

  private static ResponseStatusException missing(long id) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no webhook " + id);
  }
}
