/**
 * The words both teams share: the buyer's journey, the types of content, and the company's own
 * industries, personas, products, competitors and regions with their other spellings. Text from a
 * manifest, a deal or a file goes in; a {@link dev.tandem.taxonomy.Term} comes out.
 */
@ApplicationModule(allowedDependencies = {"identity", "api", "shared", "database"})
@NullMarked
package dev.tandem.taxonomy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
