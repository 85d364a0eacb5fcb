/**
 * Gives every module its {@code DataSource}: a PostgreSQL of Tandem's own below the home, set up on
 * first start, made durable, supervised, stopped with the program; or the one that {@code
 * spring.datasource.url} names. {@code PostgresBinaries → RunsAs → Cluster → EmbeddedPostgres}; the
 * other modules see only JDBC.
 */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package dev.tandem.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
