/**
 * The append-only log of what was shown, seen, opened, sent and judged. Events come in validated
 * and idempotent by key, are durable before the answer, and leave in order by cursor.
 */
@ApplicationModule(
    allowedDependencies = {"library", "deals", "taxonomy", "identity", "shared", "database"})
@NullMarked
package dev.tandem.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
