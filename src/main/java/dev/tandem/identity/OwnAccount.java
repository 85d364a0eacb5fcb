package dev.tandem.identity;

/** What signed-in people do with their own account. */
public interface OwnAccount {

  /** Whether a password that someone else set has to be changed before anything else. */
  boolean mustChangePassword();

  /** Changes the password and ends all other sessions of this user. */
  UserChange changePassword(String current, String chosen);
}
