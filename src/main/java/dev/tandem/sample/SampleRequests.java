package dev.tandem.sample;

import dev.tandem.deals.OpportunityId;
import dev.tandem.identity.UserId;
import dev.tandem.identity.Users;
import dev.tandem.library.AssetId;
import dev.tandem.messages.Message;
import dev.tandem.messages.Messages;
import dev.tandem.requests.ContentRequest.Wish;
import dev.tandem.requests.MoveOutcome;
import dev.tandem.requests.PastRequests;
import dev.tandem.requests.RequestMove;
import dev.tandem.requests.RequestOwners;
import dev.tandem.requests.RequestOwners.Rule;
import dev.tandem.requests.RequestState;
import dev.tandem.taxonomy.ContentType;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who answers for content in the sample company, what was asked, and what became of it. */
@Component
class SampleRequests {
  /** Older news was read by those whom it was for. */
  private static final Duration NEWS = Duration.ofDays(7);

  private final RequestOwners owners;
  private final PastRequests past;
  private final Messages messages;
  private final Users users;
  private final Clock clock;

  SampleRequests(
      RequestOwners owners, PastRequests past, Messages messages, Users users, Clock clock) {
    this.owners = owners;
    this.past = past;
    this.messages = messages;
    this.users = users;
    this.clock = clock;
  }

  /**
   * @param file type, product and owner
   */
  void loadOwners(Path file) throws IOException {
    var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var reader = Files.newBufferedReader(file);
        var rows = format.parse(reader)) {
      for (var row : rows)
        owners.set(
            new Rule(
                ContentType.parse(row.get("type")).orElse(null),
                row.get("product"),
                new UserId(row.get("owner"))));
    }
  }

  /** Something that was done to a request; the first thing is that it was asked for. */
  private record Happening(Instant at, String request, JsonNode what) {}

  /**
   * @param shiftDays by how many days everything is moved
   * @return how many requests there are
   */
  int loadRequests(Path file, int shiftDays) throws IOException {
    var happenings = new ArrayList<Happening>();
    for (var line : Files.readAllLines(file)) {
      if (line.isBlank()) continue;
      var request = JsonMapper.shared().readTree(line);
      var id = text(request, "id");
      happenings.add(new Happening(moment(request, shiftDays), id, request));
      for (var step : request.required("steps"))
        happenings.add(new Happening(moment(step, shiftDays), id, step));
    }
    happenings.sort(Comparator.comparing(Happening::at));
    var ids = new HashMap<String, Long>();
    for (var each : happenings) {
      var by = new UserId(text(each.what(), "by"));
      var desk = past.at(each.at());
      if (each.what().has("need")) {
        ids.put(each.request(), desk.ask(by, wish(each.what())).id());
        continue;
      }
      var move = move(each.what(), shiftDays, ids);
      var outcome = desk.move(numbered(each.request(), ids), move, by);
      if (!(outcome instanceof MoveOutcome.Done))
        throw new IOException(file + ": " + each.request() + ": " + outcome);
    }
    readOldNews();
    return ids.size();
  }

  private static Wish wish(JsonNode request) {
    var query = text(request, "query");
    return new Wish(
        text(request, "need"),
        query,
        "",
        "q=" + URLEncoder.encode(query, StandardCharsets.UTF_8),
        new OpportunityId(text(request, "deal")),
        ContentType.parse(optional(request, "kind")).orElse(null),
        List.of(),
        null);
  }

  private static RequestMove move(JsonNode step, int shiftDays, Map<String, Long> ids)
      throws IOException {
    var state = text(step, "state");
    return switch (RequestState.parse(state).orElse(RequestState.ASKED)) {
      case ACCEPTED -> new RequestMove.Accept(day(optional(step, "due_on"), shiftDays));
      case IN_WORK -> new RequestMove.Start();
      case DELIVERED -> new RequestMove.Deliver(new AssetId(text(step, "asset")));
      case DECLINED -> new RequestMove.Decline(text(step, "reason"));
      case MERGED -> new RequestMove.Merge(numbered(text(step, "into"), ids));
      case ASKED, PROVEN -> throw new IOException("no step of a sample's request: " + state);
    };
  }

  private static long numbered(String request, Map<String, Long> ids) throws IOException {
    var id = ids.get(request);
    if (id == null) throw new IOException("a sample's request before it was asked: " + request);
    return id;
  }

  private void readOldNews() {
    var old = clock.instant().minus(NEWS);
    for (var account : users.all()) {
      var person = account.user().id();
      messages.of(person, 1_000).stream()
          .filter(message -> message.at().isBefore(old))
          .mapToLong(Message::id)
          .forEach(id -> messages.markRead(person, id));
    }
  }

  private static Instant moment(JsonNode node, int shiftDays) {
    return Instant.parse(text(node, "at")).plus(shiftDays, ChronoUnit.DAYS);
  }

  private static @Nullable LocalDate day(String written, int shiftDays) {
    return written.isEmpty() ? null : LocalDate.parse(written).plusDays(shiftDays);
  }

  private static String text(JsonNode node, String field) {
    return node.required(field).stringValue();
  }

  private static String optional(JsonNode node, String field) {
    return node.has(field) ? text(node, field) : "";
  }
}
