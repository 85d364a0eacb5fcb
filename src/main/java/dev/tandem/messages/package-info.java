/**
 * What people are told. {@link dev.tandem.messages.Messages#tell} keeps a message for each person
 * once; the person reads it in the program, and where mail is on it goes out with the next digest,
 * together with what the {@link dev.tandem.messages.DigestSection}s of other modules add.
 */
@ApplicationModule(allowedDependencies = {"identity", "shell", "shared", "database"})
@NullMarked
package dev.tandem.messages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
