package dev.tandem.insight;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What an event of the log means to the reports. */
public enum Action {
  IMPRESSION,
  OPEN,
  DOWNLOAD,
  COPY_LINK,
  SHARE,
  BUYER_VIEW,
  HELPFUL,
  NOT_HELPFUL,
  DISMISSAL;

  /** What counts as a use: a rep did something with the asset. Seeing or judging it is none. */
  public static final Set<Action> USES = Set.of(OPEN, DOWNLOAD, COPY_LINK, SHARE);

  /**
   * The same of an event {@code e} in SQL. What is declared in the database says it once more:
   * partial indexes, and the first filling of tables that came later.
   */
  static final String USED =
      USES.stream()
          .sorted()
          .map(Action::id)
          .collect(Collectors.joining("', '", "e.action in ('", "')"));

  /** The name in the database and in JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
