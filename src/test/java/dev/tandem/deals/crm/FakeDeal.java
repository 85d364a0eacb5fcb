package dev.tandem.deals.crm;

import java.time.Instant;
import java.util.List;

/**
 * A deal in a CRM that a test plays.
 *
 * @param amount with a decimal point, or empty
 */
public record FakeDeal(
    String id,
    String name,
    String account,
    String stage,
    String amount,
    String currency,
    Instant created,
    Instant modified,
    List<String> absorbed) {

  public static FakeDeal of(int number, Instant modified) {
    return new FakeDeal(
        String.valueOf(1000 + number),
        "Deal " + number,
        "Account " + number % 50,
        "Qualified",
        number % 7 == 0 ? "" : number + ".50",
        "EUR",
        Instant.parse("2026-01-15T22:30:00Z"),
        modified,
        List.of());
  }

  public FakeDeal changed(String newName, Instant at) {
    return new FakeDeal(id, newName, account, stage, amount, currency, created, at, absorbed);
  }

  public FakeDeal inStage(String newStage, Instant at) {
    return new FakeDeal(id, name, account, newStage, amount, currency, created, at, absorbed);
  }

  public FakeDeal absorbing(String lost, Instant at) {
    return new FakeDeal(id, name, account, stage, amount, currency, created, at, List.of(lost));
  }
}
