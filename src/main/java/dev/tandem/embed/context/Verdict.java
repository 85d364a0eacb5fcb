package dev.tandem.embed.context;

import java.time.Instant;

/** What a verifier says to a context. */
public sealed interface Verdict {

  /**
   * It is genuine.
   *
   * @param once what may be seen only once, such as its signature
   * @param until when it is worthless anyway, by its age
   */
  record Genuine(CrmContext context, String once, Instant until) implements Verdict {
    @Override
    public String toString() {
      return "Genuine";
    }
  }

  /**
   * It proves nothing and is only a hint: the user has to sign in.
   *
   * @param deal the CRM's own id
   */
  record SignInFirst(String deal) implements Verdict {}

  record Refused(Fault fault) implements Verdict {}
}
