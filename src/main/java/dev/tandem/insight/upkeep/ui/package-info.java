/** Where marketers work off what the library asks for. */
@NullMarked
package dev.tandem.insight.upkeep.ui;

import org.jspecify.annotations.NullMarked;
