@NullMarked
package dev.tandem.library.manifest;

import org.jspecify.annotations.NullMarked;
