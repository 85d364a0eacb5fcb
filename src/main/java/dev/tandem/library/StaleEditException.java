package dev.tandem.library;

/** Somebody else changed the asset since it was read. */
public class StaleEditException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public StaleEditException(AssetId id) {
    super("the asset '" + id + "' was changed meanwhile");
  }
}
