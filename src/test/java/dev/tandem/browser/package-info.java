/** Tests in a real Chromium against the built jar, and the pictures of the documentation. */
@NullMarked
package dev.tandem.browser;

import org.jspecify.annotations.NullMarked;
