/** The tests of the database and the server that all other tests use. */
@NullMarked
package dev.tandem.database;

import org.jspecify.annotations.NullMarked;
