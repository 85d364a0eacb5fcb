/**
 * Who is asking: users, roles, sign-in and API tokens. A request passes the security chain and
 * leaves with a {@link dev.tandem.identity.CurrentUser}; everything else in Tandem asks only that.
 */
@ApplicationModule(allowedDependencies = {"api", "shared", "database"})
@NullMarked
package dev.tandem.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
