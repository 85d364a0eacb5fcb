/**
 * Where assets and their files lie: {@link dev.tandem.library.store.LibraryStore} is the only
 * writer of the library's tables, {@link dev.tandem.library.store.Originals} of the folder of
 * files. A change goes {@code file on disk → row in one transaction → revision → AssetsChanged}.
 */
@NullMarked
package dev.tandem.library.store;

import org.jspecify.annotations.NullMarked;
