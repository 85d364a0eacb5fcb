/** WebDAV servers such as Nextcloud's (RFC 4918). */
@NullMarked
package dev.tandem.library.sources.webdav;

import org.jspecify.annotations.NullMarked;
