package dev.tandem.library.intake;

import dev.tandem.library.AssetId;
import dev.tandem.library.manifest.GivenValues;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file at the door, or a link with no file at all.
 *
 * @param file where it lies now; null for a link, whose address is then given
 * @param sourcePath by which it is recognised again; null for an upload
 * @param fileName as its owner calls it
 * @param id of the asset it is or shall be; null to recognise it or find a new one
 * @param broughtBy sign-in name, or null for an import
 */
public record IncomingFile(
    @Nullable Path file,
    @Nullable String sourcePath,
    String fileName,
    @Nullable AssetId id,
    GivenValues given,
    @Nullable String broughtBy) {
  public IncomingFile {
    if (file == null && given.url() == null)
      throw new IllegalArgumentException("neither a file nor a web address");
  }

  public static IncomingFile link(
      @Nullable AssetId id, GivenValues given, @Nullable String broughtBy) {
    return new IncomingFile(null, given.url(), "", id, given, broughtBy);
  }

  public static IncomingFile upload(
      Path file,
      String fileName,
      @Nullable AssetId id,
      GivenValues given,
      @Nullable String broughtBy) {
    return new IncomingFile(file, null, fileName, id, given, broughtBy);
  }

  /** Its name, with folders where they are known. */
  String place() {
    return sourcePath == null ? fileName : sourcePath;
  }
}
