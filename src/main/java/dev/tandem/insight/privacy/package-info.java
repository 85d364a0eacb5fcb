/**
 * Figures of people, with restraint: each sees the own ones; others only where the company turned
 * that on, never for groups under five, never ranked, and every look is written down.
 */
@NullMarked
package dev.tandem.insight.privacy;

import org.jspecify.annotations.NullMarked;
