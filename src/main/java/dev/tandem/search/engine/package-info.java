/** The engines that can stand behind {@link dev.tandem.search.AssetIndex}, one package each. */
@NullMarked
package dev.tandem.search.engine;

import org.jspecify.annotations.NullMarked;
