package dev.tandem.identity;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What one part of the program keeps about people. Every module that stores user names has one; a
 * test fails when a table still names somebody who was deleted.
 */
public interface PersonalRecords {

  /** What it is, for people and as the name of the part in an export. */
  String name();

  /** Everything that is kept about this person. */
  List<JsonNode> export(Person person);

  /**
   * Deletes what serves the person alone and puts the pseudonym where the record serves others too.
   * Runs in one transaction with all other parts.
   *
   * @param pseudonym a name that nobody can lead back to the person
   */
  Forgotten forget(Person person, UserId pseudonym);

  /**
   * @param displayName as people call the person; the user name where there is no account any more
   */
  record Person(UserId id, String displayName) {}

  /**
   * @param stays what is left and why, a sentence; empty when nothing is
   */
  record Forgotten(long deleted, long pseudonymised, String stays) {}
}
