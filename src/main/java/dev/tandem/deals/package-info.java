/**
 * Opportunities, their committee and stage history. A row of a CRM flows through the stage map,
 * which turns the CRM's sales stage into the buyer's journey stage, and leaves as a {@link
 * dev.tandem.deals.DealContext}.
 */
@ApplicationModule(allowedDependencies = {"taxonomy", "identity", "api", "shared", "database"})
@NullMarked
package dev.tandem.deals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
