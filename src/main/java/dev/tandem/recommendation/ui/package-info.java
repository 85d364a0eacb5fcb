/** What a rep sees: the home page, one deal, the search, and the slate in each of them. */
@NamedInterface("ui")
@NullMarked
package dev.tandem.recommendation.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
