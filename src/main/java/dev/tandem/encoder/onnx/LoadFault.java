package dev.tandem.encoder.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToLongFunction;

/** Says to whoever operates Tandem why the model could not be loaded, and what to do. */
final class LoadFault {
  /** Its native libraries need 40 MB while they are unpacked. */
  private static final long NEEDED = 64_000_000;

  private LoadFault() {}

  /**
   * A sentence. Of a full disk the engine tells nobody, so the places themselves are asked.
   *
   * @param unpacked folders that native libraries are unpacked to
   */
  static String sentence(Throwable broken, List<Path> unpacked) {
    return sentence(broken, unpacked, LoadFault::free);
  }

  /**
   * @param free bytes of a folder
   */
  static String sentence(Throwable broken, List<Path> unpacked, ToLongFunction<Path> free) {
    for (var place : unpacked) {
      long left = free.applyAsLong(place);
      if (left < NEEDED)
        return ("The model that reads texts for their meaning cannot be unpacked, since only %d MB"
                + " are free in %s: search goes by words alone until %d MB are free there and"
                + " Tandem was started again.")
            .formatted(left / 1_000_000, place, NEEDED / 1_000_000);
    }
    return ("The model that reads texts for their meaning does not run on this machine (%s): search"
            + " goes by words alone; set TANDEM_ENCODER_ENABLED=false if it is to stay so.")
        .formatted(root(broken));
  }

  /** Of the folder, or where it would be made. */
  private static long free(Path place) {
    try {
      for (var at = place.toAbsolutePath(); at != null; at = at.getParent())
        if (Files.exists(at)) return Files.getFileStore(at).getUsableSpace();
    } catch (IOException unknown) {
      return Long.MAX_VALUE;
    }
    return Long.MAX_VALUE;
  }

  private static Throwable root(Throwable broken) {
    var root = broken;
    for (var cause = broken; cause != null; cause = cause.getCause()) root = cause;
    return root;
  }
}
