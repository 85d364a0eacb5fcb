package dev.tandem.library.ui;

import com.vaadin.flow.component.Component;
import dev.tandem.identity.Role;
import dev.tandem.library.Asset;
import java.util.Optional;

/** What another module adds to the page of an asset; beans stand there in their {@code @Order}. */
@FunctionalInterface
public interface AssetSection {

  /**
   * A panel for this asset; empty when there is nothing to show.
   *
   * @param reader who looks at it
   */
  Optional<Component> of(Asset asset, Role reader);
}
