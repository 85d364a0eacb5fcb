package dev.tandem.deals.crm;

import dev.tandem.deals.DealReading;
import dev.tandem.deals.crm.SyncReport.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The CRMs that are connected, by configuration or in the UI, and what is known of each. */
@Component
public class SyncSources {
  private final SyncSettings settings;
  private final Map<String, CrmGatewayFactory> factories = new HashMap<>();
  private final CrmConnections connections;
  private final SyncStore store;

  SyncSources(
      SyncSettings settings,
      List<CrmGatewayFactory> factories,
      CrmConnections connections,
      SyncStore store) {
    this.settings = settings;
    this.connections = connections;
    factories.forEach(factory -> this.factories.put(factory.type(), factory));
    this.store = store;
  }

  /** By name. */
  public List<String> names() {
    var names = new TreeSet<>(settings.sources().keySet());
    names.addAll(connections.names());
    return List.copyOf(names);
  }

  /**
   * How it is reached; without the secrets of one that was connected in the UI.
   *
   * @throws IllegalArgumentException for a source that is not configured
   */
  public CrmAccess access(String source) {
    var access = settings.sources().get(source);
    if (access == null) access = connections.withoutSecrets(source).orElse(null);
    if (access == null)
      throw new IllegalArgumentException(
          "no source '" + source + "' is configured; there is " + String.join(", ", names()));
    return access;
  }

  /**
   * @throws CrmFailure when a setting is missing or wrong
   */
  public CrmGateway open(String source) {
    var access =
        settings.sources().containsKey(source)
            ? access(source)
            : connections.withSecrets(source).orElseGet(() -> access(source));
    var factory = factory(access.type());
    return factory.open(source, access);
  }

  private CrmGatewayFactory factory(String type) {
    var factory = factories.get(type);
    if (factory == null)
      throw CrmFailure.refused(
          "'%s' is no type of CRM; there is %s"
              .formatted(type, String.join(", ", new TreeSet<>(factories.keySet()))),
          "Correct the type of this source in tandem.sync.sources.");
    return factory;
  }

  /** A connection that was made in the UI, and so can be changed there. */
  public Optional<CrmConnection> connection(String source) {
    return settings.sources().containsKey(source) ? Optional.empty() : connections.find(source);
  }

  /**
   * @param known whether it is a change of one that is there
   * @return why not, as a sentence
   */
  public Optional<String> connect(
      CrmConnection wanted, CrmConnection.Secrets entered, boolean known) {
    if (!known && names().contains(wanted.name()))
      return Optional.of("There is a source “" + wanted.name() + "” already; choose another name.");
    var shape = wanted.shape();
    if (shape != null) {
      try {
        var _ = factory(wanted.type()).open(wanted.name(), connections.described(wanted));
      } catch (CrmFailure wrong) {
        return Optional.of(wrong.getMessage() + ". " + wrong.advice());
      }
    }
    return connections.save(wanted, entered);
  }

  /** Forgets a connection that was made in the UI; the deals it brought stay. */
  public boolean disconnect(String source) {
    return connections.remove(source);
  }

  /** The usual fields with what people chose over them. */
  public FieldMapping mapping(String source, CrmGateway gateway) {
    return new FieldMapping(gateway.usualFields()).with(store.chosenFields(source));
  }

  /** Takes effect for every deal: the next run reads all of them once more. */
  public void choose(String source, FieldMapping usual, FieldMapping chosen, @Nullable String who) {
    var different = new HashMap<String, String>();
    for (var column : DealReading.columns()) {
      var before = usual.fields().getOrDefault(column, "");
      var now = chosen.fields().getOrDefault(column, "");
      if (!before.equals(now)) different.put(column, now);
    }
    if (different.equals(store.chosenFields(source))) return;
    store.choose(source, different, who);
    store.startOver(source);
  }

  /** The next run reads every deal once more. */
  public void startOver(String source) {
    store.startOver(source);
  }

  /** Newest first. */
  public List<SyncReport> runs(String source, int limit) {
    return store.runs(source, limit);
  }

  /** Oldest first. */
  public List<Problem> problems(String source, int limit) {
    return store.problems(source, limit);
  }

  public long countProblems(String source) {
    return store.countProblems(source);
  }
}
