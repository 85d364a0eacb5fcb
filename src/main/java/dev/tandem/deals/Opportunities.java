package dev.tandem.deals;

import dev.tandem.identity.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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

  /**
   * Adds or replaces a deal as a person edits it; a changed sales stage or override is added to its
   * stage history. The {@code changedAt} that is stored is the moment of saving.
   *
   * @throws IllegalArgumentException when a text holds a NUL character, which no database keeps
   */
  void save(Opportunity opportunity);

  /**
   * Adds or replaces a deal as the CRM sends it. Its {@code stageOverride} is what the CRM states:
   * it takes effect when it is new, so that a rep's own override is kept when the same row comes
   * again.
   */
  Receipt receive(Opportunity fromCrm);

  /** {@link #receive} for many deals in one transaction; answers in their order. */
  List<Receipt> receiveAll(List<Opportunity> fromCrm);

  /**
   * As {@link #receiveAll(List)}, inside the transaction that is open, if one is.
   *
   * @param enteredStage when a deal came to the sales stage it is in, as far as the CRM tells;
   *     without it, that is the moment we hear of it
   */
  List<Receipt> receiveAll(List<Opportunity> fromCrm, Map<OpportunityId, Instant> enteredStage);

  /**
   * Forgets deals that the CRM deleted; events that name them stay in the log.
   *
   * @return how many there were
   */
  int remove(Collection<OpportunityId> ids);

  /**
   * Follows a merge: what is known of the stages of {@code lost} goes to {@code winner}, and {@code
   * lost} is forgotten.
   *
   * @return whether both were known
   */
  boolean merge(OpportunityId lost, OpportunityId winner);

  /** The stages a deal went through, oldest first; a stage that did not change comes once. */
  List<StageEntry> stageHistory(OpportunityId id);

  /** The histories of those of the deals that have one, in one query. */
  Map<OpportunityId, List<StageEntry>> stageHistories(Collection<OpportunityId> ids);

  /**
   * Adds moments to stage histories; those that are known already change nothing.
   *
   * @return how many were new
   * @throws IllegalArgumentException for a deal that does not exist
   */
  int addHistory(List<StageMoment> moments);

  /** Those of the ids that exist, in one query. */
  Map<OpportunityId, Opportunity> findAll(Collection<OpportunityId> ids);

  /** One page of a list. */
  Page list(OpportunityQuery query);

  /** Every deal by id. Meant for exports and reports, not for a page of a list. */
  List<Opportunity> all();

  /** All deals of the same account, this one included; only this one when it names no account. */
  List<OpportunityId> ofSameAccount(OpportunityId id);

  /** Everybody who owns a deal, by name. */
  List<UserId> owners();

  /** How many deals stand how; outcomes without a deal are left out. */
  Map<Outcome, Long> countByOutcome();

  /**
   * @param total how many deals match, not only those of the page
   */
  record Page(long total, List<Opportunity> deals) {
    public Page {
      deals = List.copyOf(deals);
    }
  }

  /** The moment a deal entered a sales stage, as the CRM tells it. */
  record StageMoment(OpportunityId deal, String salesStage, Instant enteredOn) {}
}
