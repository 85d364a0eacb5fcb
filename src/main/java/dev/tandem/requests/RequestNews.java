package dev.tandem.requests;

import dev.tandem.identity.UserId;
import dev.tandem.library.Assets;
import dev.tandem.messages.Messages;
import dev.tandem.shared.ui.Formats;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Keeps everyone who asked, and the owner, informed. */
@Component
class RequestNews {
  private final Messages messages;
  private final Assets assets;
  private final Clock clock;

  RequestNews(Messages messages, Assets assets, Clock clock) {
    this.messages = messages;
    this.assets = assets;
    this.clock = clock;
  }

  void asked(ContentRequest request) {
    var owner = request.owner();
    if (owner == null || owner.equals(request.askedBy())) return;
    messages.tell(
        Set.of(owner),
        "request:" + request.id() + ":asked",
        "%s asks for: %s. Answer by %s."
            .formatted(
                request.askedBy(), shortened(request), Formats.day(request.promise().answerBy())),
        path(request),
        clock.instant());
  }

  void assigned(ContentRequest request, UserId by, long step) {
    var owner = request.owner();
    if (owner == null || owner.equals(by)) return;
    tell(Set.of(owner), request, step, "“" + shortened(request) + "” was given to you");
  }

  /**
   * @param step tells one occasion from the next, since a request may be declined twice
   */
  void moved(ContentRequest request, UserId by, long step) {
    var people = new HashSet<>(request.askers());
    people.remove(by);
    var need = "“" + shortened(request) + "”";
    var words =
        switch (request.state()) {
          case ASKED -> "Your request " + need + " is open again.";
          case ACCEPTED ->
              "Marketing accepted your request "
                  + need
                  + "; due "
                  + Formats.day(request.promise().dueOn())
                  + ".";
          case IN_WORK -> "Marketing works on your request " + need + ".";
          case DECLINED -> "Marketing declined your request " + need + "; its page says why.";
          case DELIVERED -> "Your request " + need + " is delivered" + delivered(request);
          case PROVEN -> "What you asked for, " + need + ", was used in a deal.";
          case MERGED -> "Your request " + need + " goes on together with the same of others.";
        };
    tell(people, request, step, words);
  }

  /** The loop is closed: this is for those who delivered as much as for those who asked. */
  void proven(ContentRequest request) {
    var people = new ArrayList<>(request.askers());
    var owner = request.owner();
    if (owner != null) people.add(owner);
    messages.tell(
        people,
        "request:" + request.id() + ":proven",
        "“" + shortened(request) + "” was asked for, delivered, and now used in a deal.",
        path(request),
        clock.instant());
  }

  private void tell(Set<UserId> people, ContentRequest request, long step, String words) {
    messages.tell(
        people, "request:" + request.id() + ":" + step, words, path(request), clock.instant());
  }

  private String delivered(ContentRequest request) {
    return request
        .asset()
        .flatMap(assets::find)
        .map(asset -> ": “" + asset.title().value() + "”.")
        .orElse(".");
  }

  private static String path(ContentRequest request) {
    return "requests/" + request.id();
  }

  private static String shortened(ContentRequest request) {
    var need = request.wish().need();
    return need.length() > 120 ? need.substring(0, 119) + "…" : need;
  }
}
