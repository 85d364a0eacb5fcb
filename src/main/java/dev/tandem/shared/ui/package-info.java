/** The pieces every view is made of, so that all views look and speak alike. */
@NamedInterface("ui")
@NullMarked
package dev.tandem.shared.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
