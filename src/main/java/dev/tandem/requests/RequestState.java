package dev.tandem.requests;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where a request is on its way. */
public enum RequestState {
  ASKED("Asked"),
  ACCEPTED("Accepted"),
  IN_WORK("In work"),
  DELIVERED("Delivered"),
  /** Used in a deal since it was delivered; the feedback log decides, nobody sets it by hand. */
  PROVEN("Proven"),
  DECLINED("Declined"),
  /** Stands for nothing of its own any more: another request is the same. */
  MERGED("Merged");

  /** In which marketing still owes something. */
  public static final List<RequestState> OPEN = List.of(ASKED, ACCEPTED, IN_WORK);

  /** What a board shows, from left to right. */
  public static final List<RequestState> BOARD =
      List.of(ASKED, ACCEPTED, IN_WORK, DELIVERED, PROVEN, DECLINED);

  private final String label;

  RequestState(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  public boolean isOpen() {
    return OPEN.contains(this);
  }

  /** The name in files, JSON and the database. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<RequestState> parse(String id) {
    return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
  }
}
