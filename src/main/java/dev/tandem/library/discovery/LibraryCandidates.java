package dev.tandem.library.discovery;

import dev.tandem.library.Asset;
import dev.tandem.library.AssetEdit;
import dev.tandem.library.AssetEditing;
import dev.tandem.library.Assets;
import dev.tandem.library.discovery.CustomerNames.Customer;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.Taxonomy;
import dev.tandem.taxonomy.Term;
import dev.tandem.taxonomy.VocabularyCandidates;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What {@link TitleNames} and its neighbours find, without what any vocabulary has already. */
@Component
class LibraryCandidates implements VocabularyCandidates {
  private final Assets assets;
  private final AssetEditing editing;
  private final Taxonomy taxonomy;

  LibraryCandidates(Assets assets, AssetEditing editing, Taxonomy taxonomy) {
    this.assets = assets;
    this.editing = editing;
    this.taxonomy = taxonomy;
  }

  @Override
  public List<Candidate> of(Dimension dimension) {
    var all = assets.all();
    var found =
        switch (dimension) {
          case COMPETITOR -> titles(all).rivals();
          case PRODUCT -> withoutCustomers(titles(all).products(), all);
          case INDUSTRY -> new IndustryNames(all).all();
          case PERSONA, REGION -> List.<Candidate>of();
        };
    return found.stream().filter(candidate -> isNew(candidate.name())).toList();
  }

  private static TitleNames titles(List<Asset> all) {
    return new TitleNames(all.stream().map(asset -> asset.title().value()).toList());
  }

  private static List<Candidate> withoutCustomers(List<Candidate> found, List<Asset> all) {
    var customers =
        new CustomerNames(all).all().stream().map(it -> Term.normalize(it.name())).toList();
    return found.stream()
        .filter(candidate -> !customers.contains(Term.normalize(candidate.name())))
        .toList();
  }

  @Override
  public List<Candidate> customers() {
    return untagged(assets.all()).stream()
        .map(
            customer ->
                new Candidate(
                    customer.name(),
                    customer.titled().size(),
                    customer.titled().getFirst().title().value()))
        .toList();
  }

  @Override
  public int tagCustomer(String name, String who) {
    int tagged = 0;
    for (var customer : untagged(assets.all()))
      if (customer.name().equals(name))
        for (var asset : customer.titled()) {
          var tags = new ArrayList<>(asset.tags());
          tags.add(name);
          if (editing.edit(asset.id(), List.of(new AssetEdit.Tags(tags)), who).isPresent())
            tagged++;
        }
    return tagged;
  }

  /** Customers with those of their stories that do not bear their name as a tag. */
  private List<Customer> untagged(List<Asset> all) {
    return new CustomerNames(all)
        .all().stream()
            .filter(customer -> isNew(customer.name()))
            .map(
                customer ->
                    new Customer(
                        customer.name(),
                        customer.titled().stream()
                            .filter(asset -> !isTagged(asset, customer.name()))
                            .toList()))
            .filter(customer -> !customer.titled().isEmpty())
            .toList();
  }

  private static boolean isTagged(Asset asset, String name) {
    return asset.tags().stream().anyMatch(tag -> Term.normalize(tag).equals(Term.normalize(name)));
  }

  private boolean isNew(String name) {
    for (var dimension : Dimension.values())
      if (taxonomy.resolve(dimension, name).isPresent()) return false;
    return true;
  }
}
