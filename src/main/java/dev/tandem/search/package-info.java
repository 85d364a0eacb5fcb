/**
 * Finds assets. An {@link dev.tandem.search.AssetQuery} goes in, {@link
 * dev.tandem.search.AssetHits} come out; the engine behind them is chosen by package (ADR-0003).
 */
@ApplicationModule(
    allowedDependencies = {
      "encoder",
      "library",
      "feedback",
      "taxonomy",
      "identity",
      "shared",
      "database"
    })
@NullMarked
package dev.tandem.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
