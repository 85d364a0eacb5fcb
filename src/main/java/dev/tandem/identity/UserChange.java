package dev.tandem.identity;

/** What became of a wish to change a user. */
public sealed interface UserChange {
  record Done(Account account) implements UserChange {}

  record NotFound(UserId id) implements UserChange {}

  record NameTaken(UserId id) implements UserChange {}

  /**
   * @param reason a sentence for the person who asked
   */
  record Refused(String reason) implements UserChange {}

  /** The outcome as a sentence for people; empty when it was done. */
  default String problem() {
    return switch (this) {
      case Done done -> "";
      case NotFound(var id) -> "There is no user '" + id + "'.";
      case NameTaken(var id) -> "There is already a user '" + id + "'.";
      case Refused(var reason) -> reason;
    };
  }
}
