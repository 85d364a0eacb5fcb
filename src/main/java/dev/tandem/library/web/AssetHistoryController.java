package dev.tandem.library.web;

import dev.tandem.library.AssetEditing;
import dev.tandem.library.AssetId;
import dev.tandem.library.AssetVersion;
import dev.tandem.library.Assets;
import dev.tandem.shared.CallerInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** What an asset was before, and who said what about it. */
@RestController
@RequestMapping("/api/v1/assets/{id}")
@PreAuthorize("hasAnyRole('MARKETER', 'ADMINISTRATOR')")
@Tag(name = "library")
class AssetHistoryController {
  private final Assets assets;
  private final AssetEditing editing;

  AssetHistoryController(Assets assets, AssetEditing editing) {
    this.assets = assets;
    this.editing = editing;
  }

  /**
   * @param checksum SHA-256 of the file in hex, or null for a link
   * @param by null for an import
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Version(
      int number,
      String title,
      @Nullable String fileName,
      @Nullable String mediaType,
      @Nullable Long bytes,
      @Nullable String checksum,
      Instant at,
      @Nullable String by) {
    static Version of(AssetVersion one) {
      return new Version(
          one.number(),
          one.title(),
          one.fileName(),
          one.mediaType(),
          one.bytes(),
          one.checksum(),
          one.createdAt(),
          one.createdBy());
    }
  }

  /**
   * @param by null for the program itself
   */
  record Correction(
      Instant at,
      @Nullable String by,
      String field,
      @Nullable String before,
      @Nullable String after) {}

  @GetMapping("/versions")
  @Operation(summary = "The versions of an asset, newest first")
  List<Version> versions(@PathVariable String id) {
    return editing.versions(known(id)).stream().map(Version::of).toList();
  }

  @GetMapping("/corrections")
  @Operation(summary = "What people changed about an asset, newest first")
  List<Correction> corrections(@PathVariable String id) {
    return editing.corrections(known(id)).stream()
        .map(one -> new Correction(one.at(), one.by(), one.field().id(), one.before(), one.after()))
        .toList();
  }

  private AssetId known(String id) {
    var asset = CallerInput.read(() -> new AssetId(id));
    if (assets.find(asset).isEmpty()) throw CallerInput.missing("no asset " + id);
    return asset;
  }
}
