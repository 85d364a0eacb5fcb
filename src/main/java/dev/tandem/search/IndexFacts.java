package dev.tandem.search;

import dev.tandem.shared.SystemFacts;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** How the search index stands beside the library. */
@Component
class IndexFacts implements SystemFacts {
  private final AssetIndex index;
  private final AssetIndexer indexer;

  IndexFacts(AssetIndex index, AssetIndexer indexer) {
    this.index = index;
    this.indexer = indexer;
  }

  @Override
  public String title() {
    return "Search index";
  }

  @Override
  public List<Fact> facts() {
    var status = index.status();
    var facts = new ArrayList<Fact>();
    facts.add(Fact.of("Assets", String.format("%,d", status.assets())));
    facts.add(Fact.of("Size on disk", String.format("%.1f MB", status.bytes() / 1e6)));
    long lag = indexer.lag();
    facts.add(
        new Fact(
            "In step with the library",
            lag == 0 ? "yes" : String.format("%,d changes behind", lag),
            lag < 1_000));
    facts.add(readForMeaning());
    if (indexer.isRebuilding()) facts.add(Fact.of("Rebuilding", "under way"));
    var trouble = indexer.trouble();
    if (trouble != null) facts.add(new Fact("Trouble", trouble, false));
    return facts;
  }

  private Fact readForMeaning() {
    var name = "Read for their meaning";
    var fault = indexer.encoderFault();
    if (fault.isPresent()) return new Fact(name, fault.get(), false);
    int waiting = indexer.notEncoded();
    return Fact.of(name, waiting == 0 ? "all" : String.format("%,d to go", waiting));
  }
}
