/** How people see and edit deals; the pieces are shared with the views of other modules. */
@NamedInterface("ui")
@NullMarked
package dev.tandem.deals.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
