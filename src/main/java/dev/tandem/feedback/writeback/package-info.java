/** What was sent, as a note on the deal in the CRM; off unless an operator wants it. */
@NullMarked
package dev.tandem.feedback.writeback;

import org.jspecify.annotations.NullMarked;
