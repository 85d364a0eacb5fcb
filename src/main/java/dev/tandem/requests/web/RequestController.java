package dev.tandem.requests.web;

import dev.tandem.api.PageCursor;
import dev.tandem.deals.Opportunities;
import dev.tandem.deals.OpportunityId;
import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.Role;
import dev.tandem.identity.User;
import dev.tandem.library.AssetId;
import dev.tandem.requests.ContentRequest;
import dev.tandem.requests.ContentRequest.Wish;
import dev.tandem.requests.ContentRequests;
import dev.tandem.requests.MoveOutcome;
import dev.tandem.requests.RequestFilter;
import dev.tandem.requests.RequestMove;
import dev.tandem.requests.RequestState;
import dev.tandem.requests.SimilarAssets;
import dev.tandem.shared.CallerInput;
import dev.tandem.taxonomy.ContentType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
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

/** Asks marketing for content. Reps see what they asked for; marketers see and move everything. */
@RestController
@RequestMapping("/api/v1/requests")
@PreAuthorize("hasAnyRole('REP', 'MARKETER', 'ADMINISTRATOR')")
class RequestController {
  private static final int SIMILAR = 5;

  /**
   * @param kind a content type, or null
   * @param note what is needed
   * @param deal its id, or null
   * @param query what was looked for, or null
   * @param slate that did not hold it, or null
   */
  record Asked(
      @Size(max = 100) @Nullable String kind,
      @NotBlank @Size(max = 2_000) String note,
      @Size(max = 200) @Nullable String deal,
      @Size(max = 2_000) @Nullable String query,
      @Size(max = 200) @Nullable String slate) {}

  /**
   * @param state accepted, declined (with a reason), in_work, delivered (with an asset), asked (to
   *     open it again) or merged (with merged_into); null to change the owner alone
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Change(
      @Nullable String state,
      @Nullable String reason,
      @Nullable String asset,
      @Nullable LocalDate dueOn,
      @Nullable Long mergedInto,
      @Nullable String owner) {}

  private final ContentRequests requests;
  private final SimilarAssets similar;
  private final Opportunities opportunities;
  private final CurrentUser currentUser;
  private final Clock clock;

  RequestController(
      ContentRequests requests,
      SimilarAssets similar,
      Opportunities opportunities,
      CurrentUser currentUser,
      Clock clock) {
    this.requests = requests;
    this.similar = similar;
    this.opportunities = opportunities;
    this.currentUser = currentUser;
    this.clock = clock;
  }

  /** Answers with what the library has that may do already. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  RequestJson ask(@Valid @RequestBody Asked asked) {
    var kind = kind(asked.kind());
    var deal = deal(asked.deal());
    var query = asked.query() == null ? "" : asked.query().strip();
    var made =
        requests.ask(
            currentUser.require().id(),
            checked(
                () ->
                    new Wish(
                        asked.note(),
                        query,
                        "",
                        address(query),
                        deal,
                        kind,
                        List.of(),
                        asked.slate())));
    var near = similar.to((query + " " + made.wish().need()).strip(), kind, SIMILAR);
    return json(made, near.stream().map(RequestJson.Similar::of).toList(), null);
  }

  /**
   * @param next where the next page begins, or null after the last one
   */
  record Page(long total, List<RequestJson> items, @Nullable String next) {}

  /**
   * Those that the caller asked for; marketers get all, or with {@code mine} those given to them.
   * What is due first comes first; closed ones behind, the latest change first.
   *
   * @param cursor {@code next} of the page before
   */
  @GetMapping
  Page list(
      @RequestParam(required = false) @Nullable List<String> state,
      @RequestParam(defaultValue = "false") boolean mine,
      @RequestParam(defaultValue = "100") int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    int most = CallerInput.limit(limit);
    int offset = PageCursor.read(cursor);
    var filter = RequestFilter.ALL;
    if (state != null) filter = filter.in(state.stream().map(RequestController::state).toList());
    var user = currentUser.require();
    if (user.role() == Role.REP) filter = filter.askedBy(user.id());
    else if (mine) filter = filter.ownedBy(user.id());
    var page = requests.page(filter, offset, most);
    var items = page.items().stream().map(each -> json(each, null, null)).toList();
    return new Page(page.total(), items, PageCursor.next(offset, items.size(), page.total()));
  }

  @GetMapping("/{id}")
  RequestJson get(@PathVariable long id) {
    var found = requests.find(id).filter(each -> maySee(currentUser.require(), each));
    var request = found.orElseThrow(() -> missing(id));
    return json(request, null, requests.history(id).stream().map(RequestJson.Step::of).toList());
  }

  @PatchMapping("/{id}")
  @PreAuthorize("hasAnyRole('MARKETER', 'ADMINISTRATOR')")
  RequestJson change(@PathVariable long id, @RequestBody Change change) {
    var steps = moves(change);
    if (steps.isEmpty())
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "say a state or an owner");
    for (var move : steps)
      switch (requests.move(id, move, currentUser.require().id())) {
        case MoveOutcome.Done _ -> {}
        case MoveOutcome.NotFound _ -> throw missing(id);
        case MoveOutcome.Refused(var reason) ->
            throw new ResponseStatusException(HttpStatus.CONFLICT, reason);
      }
    return get(id);
  }

  private static List<RequestMove> moves(Change change) {
    var moves = new ArrayList<RequestMove>();
    if (change.owner() != null)
      moves.add(checked(() -> new RequestMove.Assign(RequestJson.user(change.owner()))));
    if (change.state() == null) return moves;
    moves.add(
        switch (state(change.state())) {
          case ASKED -> new RequestMove.Reopen();
          case ACCEPTED -> new RequestMove.Accept(change.dueOn());
          case IN_WORK -> new RequestMove.Start();
          case DECLINED ->
              checked(
                  () -> new RequestMove.Decline(change.reason() == null ? "" : change.reason()));
          case DELIVERED -> {
            var asset = change.asset();
            if (asset == null) throw bad("delivered needs asset, the id of what was delivered");
            yield checked(() -> new RequestMove.Deliver(new AssetId(asset)));
          }
          case MERGED -> {
            var into = change.mergedInto();
            if (into == null) throw bad("merged needs merged_into");
            yield new RequestMove.Merge(into);
          }
          case PROVEN -> throw bad("proven follows from use in a deal; nobody sets it");
        });
    return moves;
  }

  private RequestJson json(
      ContentRequest request,
      @Nullable List<RequestJson.Similar> near,
      @Nullable List<RequestJson.Step> history) {
    var deals = opportunities.findAll(request.deals()).values();
    return RequestJson.of(request, deals, LocalDate.now(clock), near, history);
  }

  private static boolean maySee(User user, ContentRequest request) {
    return user.role() != Role.REP || request.askers().contains(user.id());
  }

  /** So that marketing can look again. */
  private static String address(String query) {
    return query.isEmpty()
        ? ""
        : "q=" + java.net.URLEncoder.encode(query, java.nio.charset.StandardCharsets.UTF_8);
  }

  private static @Nullable ContentType kind(@Nullable String name) {
    if (name == null || name.isBlank()) return null;
    return ContentType.parse(name)
        .orElseThrow(
            () ->
                bad(
                    "kind: there is no content type '%s'; there are %s"
                        .formatted(name, ids(ContentType.values(), ContentType::id))));
  }

  private @Nullable OpportunityId deal(@Nullable String name) {
    if (name == null || name.isBlank()) return null;
    return Optional.of(checked(() -> new OpportunityId(name)))
        .filter(id -> opportunities.find(id).isPresent())
        .orElseThrow(() -> bad("no deal " + name));
  }

  private static RequestState state(String id) {
    return RequestState.parse(id)
        .orElseThrow(
            () ->
                bad(
                    "state: there is no '%s'; there are %s"
                        .formatted(id, ids(RequestState.values(), RequestState::id))));
  }

  private static <T> String ids(T[] values, Function<T, String> id) {
    return Arrays.stream(values).map(id).collect(Collectors.joining(", "));
  }

  private static <T> T checked(java.util.function.Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException wrong) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, String.valueOf(wrong.getMessage()), wrong);
    }
  }

  private static ResponseStatusException bad(String problem) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, problem);
  }

  private static ResponseStatusException missing(long id) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "no request " + id);
  }
}
