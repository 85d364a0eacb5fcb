package dev.tandem.embed.context;

/** What is wrong with a context, and what people are told: never more than they may know. */
public enum Fault {
  UNKNOWN_CRM(404, "This address belongs to no CRM that Tandem knows.", true),
  MISSING(400, "The CRM sent nothing that says who you are.", false),
  TOO_LONG(413, "What the CRM sent is longer than it may be.", true),
  MALFORMED(400, "What the CRM sent cannot be read.", true),
  NOT_GENUINE(401, "What the CRM sent was not signed with the key that was agreed on.", true),
  EXPIRED(401, "What the CRM sent is too old.", false),
  REPLAYED(401, "What the CRM sent was used before, and counts only once.", false),
  UNKNOWN_USER(403, "Tandem has no user for your name in the CRM.", true),
  DISABLED_USER(403, "Your user in Tandem is disabled.", true);

  private final int status;
  private final String sentence;
  private final boolean administrator;

  Fault(int status, String sentence, boolean administrator) {
    this.status = status;
    this.sentence = sentence;
    this.administrator = administrator;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  public String sentence() {
    return sentence;
  }

  /** What to do about it. */
  public String advice() {
    return administrator
        ? "Please tell your administrator; the server's log says more."
        : "Reload the deal in your CRM to try again.";
  }
}
