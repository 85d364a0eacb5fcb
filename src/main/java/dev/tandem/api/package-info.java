/**
 * What every answer of the HTTP API has in common, whichever module gives it: an id to find it in
 * the log by, limits on size and rate, problems in one form (RFC 9457), and the description of the
 * API. A request passes {@code RequestIds → security → RateLimits → BodyLimits → controller} and,
 * where that fails, {@code ApiProblems}. Nobody's words but HTTP's are known here.
 */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package dev.tandem.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
