package dev.tandem.library.discovery;

import dev.tandem.library.Assets;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.Taxonomy;
import dev.tandem.taxonomy.VocabularyCandidates;
import java.util.List;
import org.springframework.stereotype.Component;

/** What {@link TitleNames} finds, without what any vocabulary has already. */
@Component
class LibraryCandidates implements VocabularyCandidates {
  private final Assets assets;
  private final Taxonomy taxonomy;

  LibraryCandidates(Assets assets, Taxonomy taxonomy) {
    this.assets = assets;
    this.taxonomy = taxonomy;
  }

  @Override
  public List<Candidate> of(Dimension dimension) {
    if (dimension != Dimension.COMPETITOR && dimension != Dimension.PRODUCT) return List.of();
    var names = new TitleNames(assets.all().stream().map(asset -> asset.title().value()).toList());
    var found = dimension == Dimension.COMPETITOR ? names.rivals() : names.products();
    return found.stream().filter(candidate -> isNew(candidate.name())).toList();
  }

  private boolean isNew(String name) {
    for (var dimension : Dimension.values())
      if (taxonomy.resolve(dimension, name).isPresent()) return false;
    return true;
  }
}
