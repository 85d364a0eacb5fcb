package dev.tandem.library.store;

import dev.tandem.library.AssetListing;
import dev.tandem.library.LifecycleState;
import dev.tandem.shared.SystemFacts;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** How much the library holds. */
@Component
class LibraryFacts implements SystemFacts {
  private final AssetListing listing;

  LibraryFacts(AssetListing listing) {
    this.listing = listing;
  }

  @Override
  public String title() {
    return "Library";
  }

  @Override
  public List<Fact> facts() {
    var overview = listing.overview();
    var facts = new ArrayList<Fact>();
    facts.add(Fact.of("Assets", String.format("%,d", overview.total())));
    for (var state : LifecycleState.values())
      facts.add(
          Fact.of(state.label(), String.format("%,d", overview.byState().getOrDefault(state, 0L))));
    facts.add(Fact.of("With labels to confirm", String.format("%,d", overview.toConfirm())));
    return facts;
  }
}
