package dev.tandem.shared;

import java.util.List;

/** What a part of the program tells administrators about its own state. */
public interface SystemFacts {

  /** The part's name, such as "Search index". */
  String title();

  /** As it is now; must answer quickly and not throw. */
  List<Fact> facts();

  /**
   * @param good false when somebody should look at it
   */
  record Fact(String name, String value, boolean good) {
    public static Fact of(String name, String value) {
      return new Fact(name, value, true);
    }
  }
}
