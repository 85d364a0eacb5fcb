package dev.tandem.learning.training;

import dev.tandem.feedback.FeedbackEvent.SlateServed;
import dev.tandem.feedback.FeedbackEvent.Surface;
import dev.tandem.identity.UserId;
import dev.tandem.learning.Example;
import dev.tandem.library.AssetId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A slate while its events come in; what is taken back is counted down again. */
final class OpenSession {
  private final long sequence;
  private final Instant at;
  private final Surface surface;
  final UserId rep;
  private final boolean observed;
  private final Map<AssetId, Item> items = new LinkedHashMap<>();

  private static final class Item {
    final @Nullable Example example;
    final int position;
    final Map<Reward, Integer> counts = new EnumMap<>(Reward.class);
    final List<Double> against = new ArrayList<>(0);
    double readSeconds;

    Item(@Nullable Example example, int position) {
      this.example = example;
      this.position = position;
    }
  }

  OpenSession(long sequence, SlateServed served, List<@Nullable Example> examples) {
    this.sequence = sequence;
    this.at = served.at();
    this.surface = served.surface();
    this.rep = served.rep();
    this.observed = served.items().stream().anyMatch(item -> !item.features().isEmpty());
    for (int i = 0; i < served.items().size(); i++) {
      var item = served.items().get(i);
      items.putIfAbsent(item.asset(), new Item(examples.get(i), item.position()));
    }
  }

  boolean has(AssetId asset) {
    return items.containsKey(asset);
  }

  void count(AssetId asset, Reward reward, int sign) {
    var item = items.get(asset);
    if (item != null) item.counts.merge(reward, sign, Integer::sum);
  }

  void read(AssetId asset, double seconds, int sign) {
    var item = items.get(asset);
    if (item != null) item.readSeconds += sign * Math.min(seconds, 3600);
  }

  void against(AssetId asset, double weight, int sign) {
    var item = items.get(asset);
    if (item == null) return;
    if (sign > 0) item.against.add(weight);
    else item.against.remove(weight);
  }

  /**
   * What was seen, judged. An impression proves that an item was seen, and so does using it. A
   * slate whose client tells no impressions at all counts down to one below the lowest item used:
   * people read from the top. Empty when nothing was seen.
   */
  Optional<Session> judged() {
    boolean impressions = items.values().stream().anyMatch(item -> has(item, Reward.SEEN));
    int lowest =
        items.values().stream()
            .filter(OpenSession::touched)
            .mapToInt(i -> i.position)
            .max()
            .orElse(-1);
    var judged = new ArrayList<Judged>();
    for (var item : items.values()) {
      boolean seen =
          touched(item)
              || has(item, Reward.SEEN)
              || (!impressions && item.position <= lowest + 1 && lowest > 0);
      if (seen && item.example != null) judged.add(judge(item, item.example));
    }
    return judged.isEmpty()
        ? Optional.empty()
        : Optional.of(new Session(sequence, at, surface, rep, judged, observed));
  }

  private static boolean has(Item item, Reward reward) {
    return item.counts.getOrDefault(reward, 0) > 0;
  }

  private static boolean touched(Item item) {
    if (!item.against.isEmpty()) return true;
    for (var reward : Reward.values()) if (reward != Reward.SEEN && has(item, reward)) return true;
    return false;
  }

  /** What a person said outweighs what they did; without a word the highest deed counts. */
  private static Judged judge(Item item, Example example) {
    if (has(item, Reward.HELPFUL))
      return new Judged(example, item.position, Reward.HELPFUL.value(), 1);
    if (!item.against.isEmpty())
      return new Judged(
          example,
          item.position,
          0,
          item.against.stream().mapToDouble(Double::doubleValue).max().orElse(1));
    var best = Reward.SEEN;
    for (var reward : Reward.values()) if (has(item, reward)) best = reward;
    if (best == Reward.BUYER_OPENED && item.readSeconds < Reward.GLANCE_SECONDS)
      best = Reward.SENT; // a mail scanner that follows every link is gone at once
    if (best == Reward.BUYER_OPENED && item.readSeconds >= Reward.READING_SECONDS)
      best = Reward.BUYER_READ;
    return new Judged(example, item.position, best.value(), 1);
  }
}
