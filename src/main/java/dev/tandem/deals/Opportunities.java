package dev.tandem.deals;

import dev.tandem.identity.UserId;
import java.util.List;
import java.util.Optional;

/** All deals. */
public interface Opportunities {

  Optional<Opportunity> find(OpportunityId id);

  /** Open deals of one owner, newest change first. */
  List<Opportunity> openOf(UserId owner);

  /** What is known of a stored deal; {@link DealContext#EMPTY} for an unknown id. */
  DealContext contextOf(OpportunityId id);

  /**
   * What is known of a deal in a caller's words; words that no vocabulary knows are kept as terms.
   */
  DealContext contextOf(DealDescription description);

  /** The buyer's stage of a deal now. */
  StageReading stageOf(Opportunity opportunity);

  /** Adds or replaces a deal; a changed sales stage is added to its stage history. */
  void save(Opportunity opportunity);

  /** The stages a deal went through, oldest first. */
  List<StageEntry> stageHistory(OpportunityId id);
}
