package dev.tandem.messages;

import dev.tandem.identity.UserId;
import java.util.List;

/** What a module adds to the mail that a person gets. */
public interface DigestSection {

  /** The heading of the part. */
  String title();

  /** What stands open for this person now, one line each; empty when there is nothing to say. */
  List<String> linesFor(UserId person);

  /** What the whole team is told, one line each; the team is named as the accounts name it. */
  default List<String> linesForTeam(String team) {
    return List.of();
  }
}
