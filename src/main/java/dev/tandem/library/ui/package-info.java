/**
 * What marketers work with: the library as a list, one asset, bringing content in. Other modules
 * add to an asset's page by an {@link dev.tandem.library.ui.AssetSection}.
 */
@NamedInterface("ui")
@NullMarked
package dev.tandem.library.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
