package dev.tandem.identity;

import java.util.List;
import java.util.Optional;

/**
 * Everyone who may use Tandem. A change of password, role or the disabled mark ends the sessions
 * that the user has open. The last administrator who can sign in stays one.
 */
public interface Users {

  /** What the pseudonym of somebody who was forgotten begins with. */
  String REMOVED = "removed-";

  Optional<Account> find(UserId id);

  /** What people call somebody; who has no account is called by the id, as a CRM writes it. */
  default String nameOf(UserId id) {
    if (id.value().startsWith(REMOVED)) return "somebody who left";
    return find(id).map(account -> account.user().displayName()).orElse(id.value());
  }

  /** All accounts by display name. */
  List<Account> all();

  /**
   * Adds a person, who has to choose another password at the first sign-in.
   *
   * @param team may be empty
   */
  UserChange create(User user, String team, String password);

  /** Adds a program: it has no password and comes with API tokens only. */
  UserChange createProgram(User user);

  UserChange changeRole(UserId id, Role role);

  UserChange disable(UserId id);

  UserChange enable(UserId id);

  /** Sets another person's password, which that person has to change at the next sign-in. */
  UserChange setPassword(UserId id, String password);

  /** Adds, or sets back, a user of the sample company with a password that everyone may know. */
  void addSample(User user, String team, String password);

  /** Users whose password may be shown; empty without the sample company. */
  List<SampleSignIn> sampleSignIns();

  /** A user of the sample company with the published password. */
  record SampleSignIn(User user, String password) {}
}
