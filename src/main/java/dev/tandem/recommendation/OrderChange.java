package dev.tandem.recommendation;

import dev.tandem.library.AssetId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One question ordered twice: by the experts' weights alone, and as it is with what was learned.
 *
 * @param model that is in use
 * @param now the first places with what was learned
 * @param fallen what stood on one of the first places by the experts' weights, and does not now
 */
public record OrderChange(String model, List<Place> now, List<Place> fallen) {
  /** So many places are compared; further down nobody looks. */
  public static final int DEPTH = 20;

  public OrderChange {
    now = List.copyOf(now);
    fallen = List.copyOf(fallen);
  }

  /**
   * An asset at its two places, counted from 1; null beyond the first {@value #DEPTH}.
   *
   * @param item as the order in which it stands further up has it
   */
  public record Place(Slate.Item item, @Nullable Integer before, @Nullable Integer now) {

    /** By so many places it rose, below 0 where it fell; null where one of them is not known. */
    public @Nullable Integer rise() {
      return before == null || now == null ? null : Integer.valueOf(before - now);
    }
  }

  /** Whether the first places hold the same in the same order. */
  public boolean none() {
    return fallen.isEmpty()
        && now.stream().allMatch(place -> Integer.valueOf(0).equals(place.rise()));
  }

  /**
   * @param first so many places are told
   */
  static OrderChange between(Slate prior, Slate learned, int first) {
    var before = places(prior);
    var now = places(learned);
    return new OrderChange(
        learned.model(),
        learned.items().stream().limit(first).map(item -> place(item, before, now)).toList(),
        prior.items().stream()
            .limit(first)
            .filter(item -> now.getOrDefault(item.asset().id(), DEPTH + 1) > first)
            .map(item -> place(item, before, now))
            .toList());
  }

  private static Place place(
      Slate.Item item, Map<AssetId, Integer> before, Map<AssetId, Integer> now) {
    var id = item.asset().id();
    return new Place(item, before.get(id), now.get(id));
  }

  private static Map<AssetId, Integer> places(Slate slate) {
    var places = new HashMap<AssetId, Integer>();
    slate.items().forEach(item -> places.put(item.asset().id(), item.position()));
    return places;
  }
}
