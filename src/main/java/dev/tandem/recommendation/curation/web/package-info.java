/** Rules of marketing over HTTP. */
@NullMarked
package dev.tandem.recommendation.curation.web;

import org.jspecify.annotations.NullMarked;
