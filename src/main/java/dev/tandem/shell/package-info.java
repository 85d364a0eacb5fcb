/** The frame around every view: navigation, keyboard, error pages. */
@ApplicationModule(allowedDependencies = {"identity", "taxonomy", "shared"})
@NullMarked
package dev.tandem.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
