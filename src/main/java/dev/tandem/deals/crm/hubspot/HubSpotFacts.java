package dev.tandem.deals.crm.hubspot;

import dev.tandem.deals.crm.CrmJson;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one run needs to know once: the pipelines' stages and who owns deals. */
final class HubSpotFacts {

  /**
   * A stage of a pipeline.
   *
   * @param outcome open, won or lost: closed with a chance of 1 is won, closed with less is lost
   */
  record Stage(String label, String pipeline, String outcome) {}

  private final HubSpotApi api;
  private @Nullable Map<String, Stage> stages;
  private @Nullable Map<String, String> owners;

  HubSpotFacts(HubSpotApi api) {
    this.api = api;
  }

  /** By HubSpot's id of the stage. */
  Map<String, Stage> stages() {
    var known = stages;
    if (known != null) return known;
    var read = new HashMap<String, Stage>();
    for (var pipeline : HubSpotApi.results(api.get("/crm/v3/pipelines/deals"), "pipelines"))
      for (var stage : CrmJson.array(pipeline, "stages", "a pipeline of HubSpot")) {
        var about = stage.path("metadata");
        boolean closed = Boolean.parseBoolean(CrmJson.text(about.path("isClosed")));
        read.put(
            CrmJson.text(stage.path("id")),
            new Stage(
                CrmJson.text(stage.path("label")),
                CrmJson.text(pipeline.path("label")),
                outcome(CrmJson.text(about.path("probability")), closed)));
      }
    stages = read;
    return read;
  }

  private static String outcome(String probability, boolean closed) {
    boolean certain = probability.matches("1(\\.0+)?");
    boolean hopeless = probability.matches("0?(\\.0+)?");
    if (closed) return certain ? "won" : "lost";
    // older accounts do not say isClosed; a stage nobody can leave is closed
    if (certain) return "won";
    return hopeless && probability.contains(".") ? "lost" : "open";
  }

  /** E-mail addresses by HubSpot's id of the owner, those who left included. */
  Map<String, String> owners() {
    var known = owners;
    if (known != null) return known;
    var read = new HashMap<String, String>();
    for (var archived : new boolean[] {true, false}) {
      var after = "";
      do {
        var answer =
            api.get(
                "/crm/v3/owners/?limit=500&archived="
                    + archived
                    + (after.isEmpty() ? "" : "&after=" + after));
        for (var owner : HubSpotApi.results(answer, "owners"))
          read.put(CrmJson.text(owner.path("id")), CrmJson.text(owner.path("email")));
        var next = CrmJson.text(answer.path("paging").path("next").path("after"));
        after = next.equals(after) ? "" : next;
      } while (!after.isEmpty());
    }
    owners = read;
    return read;
  }
}
