package dev.tandem.learning.training;

import java.util.List;

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
