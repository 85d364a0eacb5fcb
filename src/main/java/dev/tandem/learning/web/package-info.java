/** The part of the HTTP interface that belongs to this module. */
@NullMarked
package dev.tandem.learning.web;

import org.jspecify.annotations.NullMarked;
