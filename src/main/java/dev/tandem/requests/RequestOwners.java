package dev.tandem.requests;

import dev.tandem.identity.UserId;
import dev.tandem.taxonomy.ContentType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who answers for which kind of content. */
public interface RequestOwners {

  /**
   * @param type null for every type
   * @param product as people write it; empty for every product
   */
  record Rule(@Nullable ContentType type, String product, UserId owner) {}

  /**
   * The owner by the most telling rule: type and product, then type, then product, then the
   * fallback; empty when no rule fits.
   */
  Optional<UserId> ownerOf(@Nullable ContentType type, List<String> products);

  /** All rules, the fallback last. */
  List<Rule> rules();

  /** Adds a rule or changes the owner of its type and product. */
  void set(Rule rule);

  void remove(@Nullable ContentType type, String product);
}
