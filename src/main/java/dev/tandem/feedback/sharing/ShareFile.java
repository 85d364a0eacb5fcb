package dev.tandem.feedback.sharing;

import dev.tandem.library.Asset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Hands an asset's file over so that nothing in it can run on Tandem's own pages. */
final class ShareFile {
  /** What browsers show themselves without running scripts of the page's origin. */
  private static final Set<String> SHOWN =
      Set.of("application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp");

  private ShareFile() {}

  static boolean inline(Asset asset) {
    return asset.mediaType() != null && SHOWN.contains(asset.mediaType());
  }

  static ResponseEntity<Resource> answer(Asset asset, Path file, boolean download) {
    boolean inline = inline(asset) && !download;
    var name = asset.fileName() == null ? asset.id().value() : asset.fileName();
    var disposition =
        (inline ? ContentDisposition.inline() : ContentDisposition.attachment())
            .filename(name, StandardCharsets.UTF_8)
            .build();
    var type =
        inline && asset.mediaType() != null
            ? MediaType.parseMediaType(asset.mediaType())
            : MediaType.APPLICATION_OCTET_STREAM;
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Robots-Tag", "noindex, nofollow")
        .header(
            "Content-Security-Policy",
            // browsers' own PDF viewers do not start under a stricter policy
            inline
                ? "frame-ancestors 'self'"
                : "default-src 'none'; frame-ancestors 'none'; sandbox")
        .contentType(type)
        .body(new FileSystemResource(file));
  }
}
