package dev.tandem.messages;

import dev.tandem.identity.UserId;
import java.time.Instant;

/**
 * Something a person is told.
 *
 * @param words one or two sentences
 * @param path where it leads in the program, without a slash in front; may be empty
 */
public record Message(
    long id, UserId recipient, Instant at, String words, String path, boolean read) {}
