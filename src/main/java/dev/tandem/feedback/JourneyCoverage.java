package dev.tandem.feedback;

import dev.tandem.deals.OpportunityId;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetId;
import dev.tandem.library.Assets;
import dev.tandem.library.Label;
import dev.tandem.taxonomy.JourneyStage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which stages of the journey the content covers that the buyer of a deal was sent. */
@Component
public class JourneyCoverage {
  private final AssetEvidence evidence;
  private final Assets assets;

  JourneyCoverage(AssetEvidence evidence, Assets assets) {
    this.evidence = evidence;
    this.assets = assets;
  }

  /**
   * Something the buyer was sent.
   *
   * @param asset null when it was deleted since
   * @param at when it was sent last
   */
  public record Sent(AssetId id, @Nullable Asset asset, Instant at) {}

  /**
   * What was sent, by stage, oldest first; every stage is there. An asset for several stages stands
   * under each.
   *
   * @param unlabelled what has no stage or was deleted since
   */
  public record Coverage(Map<JourneyStage, List<Sent>> sent, List<Sent> unlabelled) {}

  public Coverage of(OpportunityId deal) {
    var times = evidence.sentTo(deal);
    var known = assets.findAll(times.keySet());
    var byStage = new EnumMap<JourneyStage, List<Sent>>(JourneyStage.class);
    for (var stage : JourneyStage.values()) byStage.put(stage, new ArrayList<>());
    var unlabelled = new ArrayList<Sent>();
    times.entrySet().stream()
        .map(sent -> new Sent(sent.getKey(), known.get(sent.getKey()), sent.getValue()))
        .sorted(Comparator.comparing(Sent::at))
        .forEach(
            sent -> {
              var stages =
                  sent.asset() == null ? List.<Label<JourneyStage>>of() : sent.asset().stages();
              if (stages.isEmpty()) unlabelled.add(sent);
              stages.forEach(stage -> byStage.getOrDefault(stage.value(), unlabelled).add(sent));
            });
    return new Coverage(byStage, unlabelled);
  }
}
