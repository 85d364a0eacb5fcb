/**
 * The log in the form of User Behavior Insights (UBI 1.3.0), which OpenSearch's and Quepid's tools
 * read: a slate is a UBI query, what was done with its items are UBI events.
 *
 * @see <a href="https://github.com/o19s/ubi">the specification</a>
 */
@NullMarked
package dev.tandem.feedback.ubi;

import org.jspecify.annotations.NullMarked;
