package dev.tandem.deals.crm;

/** What a person can do about a record that was not taken. */
final class Advice {
  private Advice() {}

  static String about(String column, SyncJob job) {
    var field = job.mapping().fields().get(column);
    var where = field == null ? "the record" : "the field “" + field + "”";
    return switch (column) {
      case "" -> "Correct the record in the CRM; it is read again once it changes there.";
      case "id" ->
          "A deal needs an id of at most 200 characters: check the mapping of this source.";
      case "amount", "currency" ->
          "Correct "
              + where
              + " in the CRM to an amount of 0 or more with a currency such as EUR, or map another"
              + " field to it.";
      case "created_on", "closed_on" ->
          "Correct the date in " + where + " in the CRM, or map another field to it.";
      case "outcome" ->
          "Map a field to outcome that says open, won or lost (or true and false), or none, so that"
              + " the stage tells.";
      case "journey_stage" ->
          "Map a field that says awareness, consideration, decision or post_sale, or none: the"
              + " stage map then reads the sales stage.";
      default -> "Correct " + where + " in the CRM, or map another field to " + column + ".";
    };
  }
}
