/** The part of the HTTP interface that belongs to this module. */
@NamedInterface("web")
@NullMarked
package dev.tandem.recommendation.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
