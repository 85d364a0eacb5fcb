package dev.tandem.embed.context;

import java.util.Locale;

/** How a CRM says who looks at what. */
public enum Crm {
  /** A Canvas app: {@code signed_request} in a form. */
  SALESFORCE(true),
  /** An app card: request signature, version 3. */
  HUBSPOT(true),
  /** A custom panel: a JWT in the address. */
  PIPEDRIVE(true),
  /** A JWT that the customer's own program signs. */
  OWN_KEY(true),
  /** Dynamics 365 signs nothing: the user signs in. */
  DYNAMICS(false),
  /** Any other CRM that can show a link: the user signs in. */
  LINK(false);

  private final boolean signs;

  Crm(boolean signs) {
    this.signs = signs;
  }

  /** Whether what comes from there proves who is asking. */
  public boolean signs() {
    return signs;
  }

  /** The name in settings, logs and tokens. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
