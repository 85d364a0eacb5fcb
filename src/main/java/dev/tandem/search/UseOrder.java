package dev.tandem.search;

import dev.tandem.feedback.AssetEvidence;
import dev.tandem.library.AssetId;
import dev.tandem.search.AssetQuery.Order;
import org.springframework.stereotype.Component;

/** Puts the assets first that are used most: opened, downloaded, copied or sent, by anyone. */
@Component
public class UseOrder {
  private final AssetEvidence evidence;

  UseOrder(AssetEvidence evidence) {
    this.evidence = evidence;
  }

  public Order mostUsed() {
    return new Order.Highest(this::uses);
  }

  private long uses(AssetId asset) {
    var tally = evidence.of(asset);
    return tally.opens() + tally.downloads() + tally.copies() + tally.shares();
  }
}
