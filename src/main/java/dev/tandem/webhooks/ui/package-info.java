/** The administrator's view of who is told what. */
@NullMarked
package dev.tandem.webhooks.ui;

import org.jspecify.annotations.NullMarked;
