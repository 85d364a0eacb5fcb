package dev.tandem.sampledata;

import dev.tandem.taxonomy.JourneyStage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A CRM's stages in order, and what it calls the end. */
record Pipeline(List<Step> steps, String won, String lost) {
  record Step(String name, JourneyStage journey) {}

  private static final Pipeline SALESFORCE =
      new Pipeline(
          List.of(
              new Step("Prospecting", JourneyStage.AWARENESS),
              new Step("Qualification", JourneyStage.AWARENESS),
              new Step("Needs Analysis", JourneyStage.CONSIDERATION),
              new Step("Value Proposition", JourneyStage.CONSIDERATION),
              new Step("Proposal/Price Quote", JourneyStage.DECISION),
              new Step("Negotiation/Review", JourneyStage.DECISION)),
          "Closed Won",
          "Closed Lost");
  private static final Pipeline HUBSPOT =
      new Pipeline(
          List.of(
              new Step("Appointment Scheduled", JourneyStage.AWARENESS),
              new Step("Qualified To Buy", JourneyStage.CONSIDERATION),
              new Step("Presentation Scheduled", JourneyStage.CONSIDERATION),
              new Step("Decision Maker Bought-In", JourneyStage.DECISION),
              new Step("Contract Sent", JourneyStage.DECISION)),
          "Closed Won",
          "Closed Lost");
  private static final Pipeline DYNAMICS =
      new Pipeline(
          List.of(
              new Step("Qualify", JourneyStage.AWARENESS),
              new Step("Develop", JourneyStage.CONSIDERATION),
              new Step("Propose", JourneyStage.DECISION),
              new Step("Close", JourneyStage.DECISION)),
          "Closed Won",
          "Closed Lost");

  /** Most of the company works in one CRM; what came with an acquisition still has other names. */
  static Pipeline draw(Chance chance) {
    Map<Pipeline, Integer> weights = new LinkedHashMap<>();
    weights.put(SALESFORCE, 86);
    weights.put(HUBSPOT, 9);
    weights.put(DYNAMICS, 5);
    return chance.weighted(weights);
  }
}
