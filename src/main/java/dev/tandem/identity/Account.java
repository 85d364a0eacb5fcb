package dev.tandem.identity;

import java.time.Instant;

/**
 * A user as administrators see it.
 *
 * @param team may be empty
 * @param signsIn false for a program, which has no password and comes with API tokens only
 * @param disabled neither signs in nor is let in by a token
 * @param mustChangePassword the password was set by someone else
 */
public record Account(
    User user,
    String team,
    boolean signsIn,
    boolean disabled,
    boolean mustChangePassword,
    Instant createdAt) {}
