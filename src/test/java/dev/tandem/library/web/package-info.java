@NullMarked
package dev.tandem.library.web;

import org.jspecify.annotations.NullMarked;
