package dev.tandem.recommendation.curation;

import dev.tandem.identity.UserId;
import dev.tandem.recommendation.curation.CurationRule.Wanted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Rules without a database. */
public final class RulesInMemory implements CurationRules {
  private final List<CurationRule> rules = new ArrayList<>();

  @Override
  public List<CurationRule> on(LocalDate day) {
    return rules.stream()
        .filter(rule -> rule.holdsOn(day))
        .sorted(
            Comparator.comparingInt((CurationRule rule) -> -rule.wanted().segment().criteria())
                .thenComparing(CurationRule::id, Comparator.reverseOrder()))
        .toList();
  }

  @Override
  public List<CurationRule> all(int limit) {
    return rules.reversed().stream().limit(limit).toList();
  }

  @Override
  public Optional<CurationRule> find(long id) {
    return rules.stream().filter(rule -> rule.id() == id).findFirst();
  }

  @Override
  public CurationRule make(Wanted wanted, UserId by) {
    var rule = new CurationRule(rules.size() + 1L, wanted, by, Instant.EPOCH, null, null, 0);
    rules.add(rule);
    return rule;
  }

  @Override
  public CurationRule replace(long id, Wanted wanted, UserId by) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean end(long id, UserId by) {
    return rules.removeIf(rule -> rule.id() == id);
  }
}
