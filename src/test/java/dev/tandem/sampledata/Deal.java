package dev.tandem.sampledata;

import dev.tandem.taxonomy.JourneyStage;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A deal of the sample company.
 *
 * @param affinity hidden, about −2 to 2: how much this rep and this buyer care for content; it
 *     makes good content and winning go together, weakly
 * @param history in order; the last one is where the deal stands
 */
record Deal(
    String id,
    String name,
    String account,
    String industry,
    String companySize,
    String region,
    List<String> personas,
    List<String> competitors,
    List<String> products,
    long amount,
    String currency,
    String owner,
    LocalDate createdOn,
    Optional<LocalDate> closedOn,
    String outcome,
    String lossReason,
    String leadSource,
    String notes,
    boolean german,
    double affinity,
    List<Moment> history) {

  /**
   * @param journey where the buyer stands then
   */
  record Moment(String salesStage, JourneyStage journey, LocalDate enteredOn) {}

  Moment at(LocalDate day) {
    var current = history.getFirst();
    for (var moment : history) if (!moment.enteredOn().isAfter(day)) current = moment;
    return current;
  }

  boolean open() {
    return outcome.equals("open");
  }

  boolean won() {
    return outcome.equals("won");
  }
}
