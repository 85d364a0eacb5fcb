package dev.tandem.deals;

/** The CRM's id of a deal, 1 to 200 characters, trimmed, without control characters. */
public record OpportunityId(String value) {
  public OpportunityId {
    value = value.strip();
    if (value.isEmpty() || value.length() > 200 || value.chars().anyMatch(Character::isISOControl))
      throw new IllegalArgumentException("a deal id has 1 to 200 characters: '" + value + "'");
  }

  @Override
  public String toString() {
    return value;
  }
}
