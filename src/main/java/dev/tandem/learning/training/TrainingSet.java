package dev.tandem.learning.training;

import dev.tandem.identity.UserId;
import dev.tandem.learning.Asked.Asker;
import dev.tandem.learning.Example;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sessions in the order in which they were served, each with at least one item. */
public record TrainingSet(List<Session> sessions) {
  public TrainingSet {
    sessions = List.copyOf(sessions);
    for (var session : sessions)
      if (session.items().isEmpty()) throw new IllegalArgumentException("a session of nothing");
  }

  public int size() {
    return sessions.size();
  }

  /** From one place, included, to another, excluded. */
  public TrainingSet part(int from, int to) {
    return new TrainingSet(sessions.subList(from, to));
  }

  /** The share of sessions of which is known by what their slates were chosen, in [0, 1]. */
  public double observed() {
    long observed = sessions.stream().filter(Session::observed).count();
    return sessions.isEmpty() ? 0 : observed / (double) sessions.size();
  }

  /** Of reps with too few sessions nothing of their own is learned. */
  TrainingSet withTastesFrom(int fewest) {
    var counts = new HashMap<UserId, Integer>();
    for (var session : sessions) counts.merge(session.rep(), 1, Integer::sum);
    return new TrainingSet(
        sessions.stream()
            .map(
                session ->
                    counts.getOrDefault(session.rep(), 0) >= fewest
                        ? session
                        : session.with(item -> item.of(anonymous(item.example()))))
            .toList());
  }

  private static Example anonymous(Example example) {
    return example.by(new Asker(null, example.asked().by().team()));
  }

  /** The team of each rep of whom something of their own may be learned. */
  Map<String, String> members() {
    var members = new TreeMap<String, String>();
    for (var session : sessions) {
      var by = session.items().getFirst().example().asked().by();
      if (by.rep() != null && by.team() != null) members.put(by.rep(), by.team());
    }
    return members;
  }

  /** Whether it is known of any session who asked. */
  boolean tellsAskers() {
    return sessions.stream()
        .map(session -> session.items().getFirst().example().asked().by())
        .anyMatch(by -> by.rep() != null || by.team() != null);
  }

  /** Whether it is known of any item what it takes after. */
  boolean tellsKin() {
    return sessions.stream()
        .flatMap(session -> session.items().stream())
        .anyMatch(item -> item.example().kin().known());
  }

  public int items() {
    return sessions.stream().mapToInt(session -> session.items().size()).sum();
  }

  public int used() {
    return (int)
        sessions.stream().flatMap(session -> session.items().stream()).filter(Judged::used).count();
  }
}
