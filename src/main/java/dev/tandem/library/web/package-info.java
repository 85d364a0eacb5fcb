/**
 * The library over HTTP: assets in JSON below /api/v1, their files and pictures for the browser.
 */
@NamedInterface("web")
@NullMarked
package dev.tandem.library.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
