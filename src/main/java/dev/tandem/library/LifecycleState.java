package dev.tandem.library;

/** Where an asset is in its life on a given day. */
public enum LifecycleState {
  DRAFT("Draft"),
  PUBLISHED("Published"),
  DUE_FOR_REVIEW("Due for review"),
  EXPIRED("Expired"),
  ARCHIVED("Archived");

  private final String label;

  LifecycleState(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** Only published and unexpired assets are ever recommended; a due review does not hide one. */
  public boolean recommendable() {
    return this == PUBLISHED || this == DUE_FOR_REVIEW;
  }
}
