/**
 * What tests stand on: {@link dev.tandem.testing.TandemTest} for the whole program, {@link
 * dev.tandem.testing.TestDatabase} for repositories without Spring. Both give each test class an
 * empty, migrated database.
 */
@NullMarked
package dev.tandem.testing;

import org.jspecify.annotations.NullMarked;
