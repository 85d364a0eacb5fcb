package dev.tandem.recommendation;

import dev.tandem.library.Asset;
import dev.tandem.library.AssetChange;
import dev.tandem.library.AssetId;
import dev.tandem.library.AssetText;
import dev.tandem.library.Assets;
import dev.tandem.search.AssetHits;
import dev.tandem.search.AssetHits.Hit;
import dev.tandem.search.AssetHits.Passage;
import dev.tandem.search.AssetQuery;
import dev.tandem.search.AssetSearch;
import dev.tandem.taxonomy.Audience;
import dev.tandem.taxonomy.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A library in memory with a plain word search: titles count twice, rare words more. */
final class TestLibrary implements Assets, AssetSearch {
  private final Map<AssetId, Asset> byId = new LinkedHashMap<>();
  private final List<AssetChange> changes = new ArrayList<>();
  boolean searchFails;

  /** What the place of every passage is called; null where it has a page alone. */
  @Nullable String pageLabel;

  void put(TestAsset made) {
    var asset = made.build(changes.size() + 1L);
    byId.put(asset.id(), asset);
    changes.add(new AssetChange(changes.size() + 1L, asset.id(), asset));
  }

  /** As if the library had changed a moment ago and nobody had heard of it yet. */
  void putUnheard(TestAsset made) {
    var asset = made.build(changes.size());
    byId.put(asset.id(), asset);
  }

  @Override
  public Optional<Asset> find(AssetId id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public Map<AssetId, Asset> findAll(Collection<AssetId> ids) {
    var found = new HashMap<AssetId, Asset>();
    for (var id : ids) find(id).ifPresent(asset -> found.put(id, asset));
    return found;
  }

  @Override
  public List<Asset> all() {
    return List.copyOf(byId.values());
  }

  @Override
  public Optional<AssetText> text(AssetId id) {
    return Optional.empty();
  }

  @Override
  public List<AssetChange> changedAfter(long revision, int limit) {
    return changes.stream().filter(change -> change.revision() > revision).limit(limit).toList();
  }

  @Override
  public long latestRevision() {
    return changes.size();
  }

  @Override
  public AssetHits search(AssetQuery query) {
    if (searchFails) throw new IllegalStateException("the index is broken");
    var weights = weights(query);
    var hits =
        byId.values().stream()
            .filter(asset -> asset.stateOn(TestAsset.TODAY).recommendable())
            .filter(asset -> query.audiences().contains(asset.audience().value()))
            .map(asset -> hit(asset, weights))
            .filter(hit -> hit.score() > 0 || weights.isEmpty())
            .sorted(Comparator.comparingDouble(Hit::score).reversed())
            .toList();
    return new AssetHits(hits.size(), hits.stream().limit(query.limit()).toList(), Map.of(), null);
  }

  private Hit hit(Asset asset, Map<String, Double> weights) {
    double score = 0;
    for (var word : weights.entrySet()) {
      long count = words(asset).stream().filter(word.getKey()::equals).count();
      score += word.getValue() * count / (count + 1.0);
    }
    return new Hit(asset.id(), score, score, List.of());
  }

  private Map<String, Double> weights(AssetQuery query) {
    var weights = new HashMap<String, Double>();
    for (var word : stems(query.text())) weights.put(word, rarity(word));
    for (var clue : query.clues())
      for (var word : stems(clue.text()))
        weights.merge(word, clue.weight() * rarity(word), Math::max);
    weights.values().removeIf(weight -> weight <= 0);
    return weights;
  }

  private double rarity(String word) {
    long holding = byId.values().stream().filter(asset -> words(asset).contains(word)).count();
    return holding == 0 ? 0 : Math.max(0, Math.log((double) byId.size() / holding));
  }

  private static List<String> words(Asset asset) {
    var words = new ArrayList<String>();
    words.addAll(stems(asset.title().value()));
    words.addAll(stems(asset.title().value()));
    words.addAll(stems(asset.description().value()));
    return words;
  }

  private static List<String> stems(String text) {
    return Arrays.stream(Term.normalize(text).split(" "))
        .filter(word -> word.length() > 2)
        .map(
            word ->
                word.length() > 4 && word.endsWith("s")
                    ? word.substring(0, word.length() - 1)
                    : word)
        .toList();
  }

  @Override
  public Map<AssetId, List<Passage>> passages(AssetQuery query, Collection<AssetId> assets) {
    if (searchFails) throw new IllegalStateException("the index is broken");
    var wanted = weights(query).keySet();
    var passages = new HashMap<AssetId, List<Passage>>();
    for (var asset : findAll(assets).values()) {
      var marked =
          Arrays.stream(asset.description().value().split(" "))
              .map(
                  word ->
                      stems(word).stream().anyMatch(wanted::contains)
                          ? "\uE000" + word + "\uE001"
                          : word)
              .collect(Collectors.joining(" "));
      if (marked.indexOf('\uE000') >= 0)
        passages.put(asset.id(), List.of(new Passage(4, pageLabel, marked)));
    }
    return passages;
  }

  @Override
  public List<String> complete(String prefix, Set<Audience> audiences, int limit) {
    return List.of();
  }
}
