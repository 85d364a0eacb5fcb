package dev.tandem.identity;

/** Someone's password has been changed. */
record PasswordChanged(UserId user) {}
