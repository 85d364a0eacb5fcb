package dev.tandem.identity;

/**
 * What a sign-in is checked against; only of those who may sign in.
 *
 * @param signInVersion sessions begun under another version end
 */
record StoredCredentials(
    User user, String passwordHash, boolean mustChangePassword, int signInVersion) {}
