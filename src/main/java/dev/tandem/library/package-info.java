/**
 * Assets and their life. A file flows {@code IncomingFile → TextExtractor → AssetClassifier →
 * Assets}, and from there, by revision, to whoever keeps a copy (the search index).
 */
@ApplicationModule(
    allowedDependencies = {"encoder", "taxonomy", "identity", "api", "shared", "database"})
@NullMarked
package dev.tandem.library;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
