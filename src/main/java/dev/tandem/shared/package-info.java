/**
 * Values that every module needs and that know nothing of any module: money, windows of time,
 * probabilities and the intervals shown beside every rate; and the home folder with its lock. A
 * leaf.
 */
@ApplicationModule(
    allowedDependencies = {},
    type = ApplicationModule.Type.OPEN)
@NullMarked
package dev.tandem.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
