package dev.tandem.recommendation.curation;

import dev.tandem.identity.UserId;
import dev.tandem.recommendation.curation.CurationRule.Wanted;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** All rules that were ever made, with who made and ended them. */
public interface CurationRules {

  /** Those that hold on a day, the narrowest segment first, then the newest. */
  List<CurationRule> on(LocalDate day);

  /** The newest first. */
  List<CurationRule> all(int limit);

  Optional<CurationRule> find(long id);

  /**
   * On disk when this returns.
   *
   * @throws IllegalArgumentException when it is over already
   */
  CurationRule make(Wanted wanted, UserId by);

  /**
   * Ends a rule and puts another in its place, in one transaction.
   *
   * @throws IllegalArgumentException when the new one is over already, or the old one has ended
   */
  CurationRule replace(long id, Wanted wanted, UserId by);

  /** Whether there was one to end. */
  boolean end(long id, UserId by);
}
