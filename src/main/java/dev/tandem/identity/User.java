package dev.tandem.identity;

/** A person (or, for API tokens, a program) that uses Tandem. */
public record User(UserId id, String displayName, Role role) {}
