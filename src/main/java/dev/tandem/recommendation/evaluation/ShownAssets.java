package dev.tandem.recommendation.evaluation;

import dev.tandem.library.AssetId;
import dev.tandem.library.Assets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What people read instead of ids.
 *
 * @param byId of the assets that an evaluation names and the library knows
 * @param notInLibrary judged assets that the library does not know: no ranker can bring them
 */
public record ShownAssets(Map<String, Shown> byId, Set<String> notInLibrary) {
  /** The type is empty where the library does not know the asset. */
  public record Shown(String title, String type) {}

  public static ShownAssets of(Evaluation evaluation, Assets library) {
    var judged = new LinkedHashSet<String>();
    evaluation.judgments().grades().values().forEach(grades -> judged.addAll(grades.keySet()));
    var wanted = new LinkedHashSet<>(judged);
    evaluation.answers().rankings().values().forEach(wanted::addAll);
    var other = evaluation.other();
    if (other != null) other.rankings().values().forEach(wanted::addAll);
    var ids = wanted.stream().filter(ShownAssets::possible).map(AssetId::new).toList();
    var byId =
        library.findAll(ids).values().stream()
            .collect(
                Collectors.toMap(
                    asset -> asset.id().value(),
                    asset -> new Shown(asset.title().value(), asset.type().value().label())));
    judged.removeAll(byId.keySet());
    return new ShownAssets(byId, judged);
  }

  private static boolean possible(String id) {
    try {
      return !new AssetId(id).value().isEmpty();
    } catch (IllegalArgumentException noId) {
      return false;
    }
  }

  public Shown of(String asset) {
    return byId.getOrDefault(asset, new Shown(asset, ""));
  }
}
