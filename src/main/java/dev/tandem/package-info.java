/**
 * Tandem suggests the right marketing content for a deal, says why, and learns from its use. Every
 * package below this one is a module; its own front door says what it is for and how data flows
 * through it.
 */
@NullMarked
package dev.tandem;

import org.jspecify.annotations.NullMarked;
