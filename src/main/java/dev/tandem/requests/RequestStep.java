package dev.tandem.requests;

import dev.tandem.identity.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step in the history of a request.
 *
 * @param actor null for the program
 * @param what the state it came to, or {@code assigned}, {@code merged}
 * @param words a sentence for people
 */
public record RequestStep(Instant at, @Nullable UserId actor, String what, String words) {}
