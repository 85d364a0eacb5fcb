package dev.tandem.library.web;

import dev.tandem.library.Asset;
import dev.tandem.library.AssetFiles;
import dev.tandem.library.AssetId;
import dev.tandem.library.Assets;
import dev.tandem.library.intake.Previews;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Files and pictures for people who are signed in, by session below {@code /assets} and by token
 * below {@code /api/v1/assets} and, for the sidebar, {@code /embed/api/assets}. Only PDF and PNG
 * open in the browser, in a sandbox; everything else, HTML above all, is saved.
 */
@RestController
@PreAuthorize("isAuthenticated()")
class AssetFileController {
  private static final Set<String> SHOWN_IN_BROWSER = Set.of("application/pdf", "image/png");

  private final Assets assets;
  private final AssetFiles files;
  private final Previews previews;

  AssetFileController(Assets assets, AssetFiles files, Previews previews) {
    this.assets = assets;
    this.files = files;
    this.previews = previews;
  }

  @GetMapping({"/assets/{id}/file", "/api/v1/assets/{id}/file", "/embed/api/assets/{id}/file"})
  ResponseEntity<Resource> file(@PathVariable String id) {
    var asset = found(id);
    var file =
        files
            .original(asset)
            .orElseThrow(
                () ->
                    new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "the asset '" + id + "' has no file"));
    var type = Objects.requireNonNullElse(asset.mediaType(), "application/octet-stream");
    boolean shown = SHOWN_IN_BROWSER.contains(type);
    var disposition =
        (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
            .filename(Objects.requireNonNullElse(asset.fileName(), id), StandardCharsets.UTF_8)
            .build();
    return safely(CacheControl.noCache().cachePrivate())
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
        .contentType(shown ? MediaType.parseMediaType(type) : MediaType.APPLICATION_OCTET_STREAM)
        .body(new FileSystemResource(file));
  }

  @GetMapping({
    "/assets/{id}/preview.png",
    "/api/v1/assets/{id}/preview.png",
    "/embed/api/assets/{id}/preview.png"
  })
  ResponseEntity<Resource> preview(@PathVariable String id) {
    Path picture =
        previews
            .of(found(id))
            .orElseThrow(
                () ->
                    new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "the asset '" + id + "' has no picture"));
    return safely(CacheControl.maxAge(Duration.ofMinutes(10)).cachePrivate())
        .contentType(MediaType.IMAGE_PNG)
        .body(new FileSystemResource(picture));
  }

  private static ResponseEntity.BodyBuilder safely(CacheControl cache) {
    return ResponseEntity.ok()
        .cacheControl(cache)
        .header("X-Content-Type-Options", "nosniff")
        .header(
            "Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'");
  }

  private Asset found(String id) {
    try {
      return assets
          .find(new AssetId(id))
          .orElseThrow(
              () ->
                  new ResponseStatusException(
                      HttpStatus.NOT_FOUND, "there is no asset '" + id + "'"));
    } catch (IllegalArgumentException wrong) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, wrong.getMessage(), wrong);
    }
  }
}
