/** The board of what was asked for, one request, and who answers for what. */
@NullMarked
package dev.tandem.requests.ui;

import org.jspecify.annotations.NullMarked;
