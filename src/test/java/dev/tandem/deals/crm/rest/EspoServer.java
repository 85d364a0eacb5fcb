package dev.tandem.deals.crm.rest;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import dev.tandem.deals.crm.FakeDeal;
import dev.tandem.testing.PlayedServer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** Plays EspoCRM's list of opportunities in the shape of its public reference. */
final class EspoServer extends PlayedServer {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
  final Map<String, FakeDeal> deals = new HashMap<>();
  final Map<String, Instant> deleted = new HashMap<>();
  boolean sorts = true;

  /** Whether deleted deals are listed with a mark; EspoCRM's own list leaves them out. */
  boolean marksDeleted = true;

  /** Which deal took over which. */
  final Map<String, String> merged = new HashMap<>();

  /** Ids that its user may not read, though they are there. */
  final Set<String> hidden = new HashSet<>();

  /** Told before each page of ids, which one it is behind. */
  Consumer<String> beforeIds = after -> {};

  @Override
  protected ResponseDefinitionBuilder answer(Request request) {
    if (!"secret-key".equals(request.getHeader("X-Api-Key"))) return json("{}").withStatus(401);
    if (request.getUrl().contains("/Removed")) return json(removed());
    if (request.getUrl().contains("orderBy=id")) return json(ids(request));
    var since =
        LocalDateTime.parse(
                parameter(request, "where[0][value]"),
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss"))
            .toInstant(ZoneOffset.UTC);
    int offset = Integer.parseInt(parameter(request, "offset"));
    int limit = Integer.parseInt(parameter(request, "maxSize"));
    var matching =
        deals.values().stream()
            .filter(deal -> marksDeleted || !deleted.containsKey(deal.id()))
            .filter(deal -> !at(deal).isBefore(since))
            .sorted(
                sorts
                    ? Comparator.comparing(this::at).thenComparing(FakeDeal::id)
                    : Comparator.comparing(this::at).reversed())
            .toList();
    var answer = JsonMapper.shared().createObjectNode().put("total", matching.size());
    var list = answer.putArray("list");
    matching.stream()
        .skip(offset)
        .limit(limit)
        .forEach(
            deal -> {
              var node =
                  list.addObject()
                      .put("id", deal.id())
                      .put("name", deal.name())
                      .put("accountName", deal.account())
                      .put("stage", deal.stage())
                      .put("amountCurrency", deal.currency())
                      .put("createdAt", MOMENT.format(deal.created()))
                      .put("modifiedAt", MOMENT.format(at(deal)))
                      .put("deleted", deleted.containsKey(deal.id()));
              if (deal.amount().isEmpty()) node.putNull("amount");
              else node.put("amount", Double.parseDouble(deal.amount()));
              node.putObject("custom").put("rival", "Acme");
            });
    return json(answer.toString());
  }

  private String removed() {
    var answer = JsonMapper.shared().createObjectNode();
    var list = answer.putArray("removed");
    deleted.forEach(
        (id, at) -> {
          var node = list.addObject().put("deal", id).put("at", MOMENT.format(at));
          if (merged.containsKey(id)) node.put("winner", merged.get(id));
        });
    return answer.toString();
  }

  private String ids(Request request) {
    var after = parameter(request, "where[0][value]");
    beforeIds.accept(after);
    var answer = JsonMapper.shared().createObjectNode();
    var list = answer.putArray("list");
    deals.keySet().stream()
        .filter(id -> !deleted.containsKey(id) && !hidden.contains(id))
        .filter(id -> id.compareTo(after) > 0)
        .sorted(sorts ? Comparator.naturalOrder() : Comparator.reverseOrder())
        .limit(Integer.parseInt(parameter(request, "maxSize")))
        .forEach(id -> list.addObject().put("id", id));
    return answer.toString();
  }

  private Instant at(FakeDeal deal) {
    return deleted.getOrDefault(deal.id(), deal.modified());
  }
}
