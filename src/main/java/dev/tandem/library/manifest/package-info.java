/**
 * What people say about their files: the manifest (CSV), a file's front matter and the metadata of
 * an upload, all with the same names. Cells go in; {@link dev.tandem.library.manifest.GivenValues}
 * and a {@link dev.tandem.library.manifest.Problem} for everything that was not understood come
 * out.
 */
@NamedInterface("manifest")
@NullMarked
package dev.tandem.library.manifest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
