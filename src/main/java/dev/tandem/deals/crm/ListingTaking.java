package dev.tandem.deals.crm;

import dev.tandem.deals.crm.CrmPage.Listing;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Compares what was heard of with what a CRM lists; to be called inside a transaction. */
@Component
class ListingTaking {
  /** So few may all be gone at once. */
  private static final int FEW = 10;

  /** A larger part of all is not believed to be gone. */
  private static final double MOST_GONE = 0.5;

  private final SyncStore store;

  ListingTaking(SyncStore store) {
    this.store = store;
  }

  /**
   * Whether the CRM lists deals again that it had no more; all of it is to be read anew, since
   * their last change may lie long back.
   */
  boolean hasReturned(Listing listing, SyncJob job) {
    int returned = store.seen(job.source(), listing.name(), listing.ids());
    if (returned > 0) job.notes().add("Deals are in the CRM again: all of it is read once more");
    return returned > 0;
  }

  /** At the end of a listing, what is gone. */
  List<CrmRemoval> gone(Listing listing, SyncJob job) {
    if (!listing.last()) return List.of();
    var gone = store.unseen(job.source(), listing.name());
    long known = store.countHeard(job.source());
    boolean all = gone.size() > 1 && gone.size() == known;
    if (all || gone.size() > FEW && gone.size() > known * MOST_GONE) {
      job.notes()
          .add(
              ("%d of %d deals are no longer in the CRM's list. So many at once look like a missing"
                      + " right rather than deletions, so none was removed: see what this source's"
                      + " user may read in the CRM")
                  .formatted(gone.size(), known));
      return List.of();
    }
    var removals = new ArrayList<CrmRemoval>();
    // dated by what was heard last, so that any later word of the CRM brings the deal back
    gone.forEach((id, heard) -> removals.add(new CrmRemoval(id, heard.modifiedAt(), null)));
    return removals;
  }
}
