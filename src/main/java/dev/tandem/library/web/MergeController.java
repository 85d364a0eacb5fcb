package dev.tandem.library.web;

import dev.tandem.api.EntityTag;
import dev.tandem.identity.CurrentUser;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetId;
import dev.tandem.library.Assets;
import dev.tandem.library.Merges;
import dev.tandem.library.Merges.MergeOutcome;
import dev.tandem.library.StaleEditException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Near copies that are made one, and separated again. */
@RestController
@RequestMapping("/api/v1/assets/{id}")
@PreAuthorize("isAuthenticated()")
class MergeController {
  private static final String WRITERS = "hasAnyRole('MARKETER', 'ADMINISTRATOR')";

  private final Merges merges;
  private final Assets assets;
  private final CurrentUser currentUser;
  private final Clock clock;

  MergeController(Merges merges, Assets assets, CurrentUser currentUser, Clock clock) {
    this.merges = merges;
    this.assets = assets;
    this.currentUser = currentUser;
    this.clock = clock;
  }

  /**
   * @param into the asset that is kept
   */
  record Target(@Nullable String into) {}

  /** All that ever concerned the asset, as copy or as kept one, newest first. */
  @GetMapping("/merges")
  List<MergeJson> history(@PathVariable String id) {
    var asset = idOf(id);
    var history = merges.history(asset);
    if (history.isEmpty() && assets.find(asset).isEmpty()) throw missing(id);
    return history.stream().map(MergeJson::of).toList();
  }

  /**
   * Archives the copy and lets its id lead to the kept asset; saying it twice changes nothing.
   *
   * @param id of the copy; {@code If-Match} is its ETag
   * @return the copy as it is then
   */
  @PutMapping("/merge")
  @PreAuthorize(WRITERS)
  ResponseEntity<AssetJson> merge(
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody Target target) {
    var copy = found(id);
    EntityTag.require(ifMatch, EntityTag.of(copy.revision()));
    var into = kept(target);
    if (merges.of(copy.id()).filter(merged -> merged.kept().equals(into)).isPresent())
      return tagged(copy);
    try {
      var outcome =
          ifMatch == null
              ? merges.merge(copy.id(), into, userName())
              : merges.mergeAt(copy.id(), copy.revision(), into, userName());
      return switch (outcome) {
        case MergeOutcome.Done _ -> tagged(found(id));
        case MergeOutcome.Refused(var why) ->
            throw new ResponseStatusException(HttpStatus.CONFLICT, why);
      };
    } catch (StaleEditException stale) {
      throw EntityTag.stale();
    }
  }

  /** Ends the merge: the copy is what it was before. */
  @DeleteMapping("/merge")
  @PreAuthorize(WRITERS)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void separate(
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    var copy = idOf(id); // which may be deleted by now; its merge holds all the same
    assets
        .find(copy)
        .ifPresent(asset -> EntityTag.require(ifMatch, EntityTag.of(asset.revision())));
    if (!merges.separate(copy, userName()))
      throw new ResponseStatusException(
          HttpStatus.NOT_FOUND, "'" + id + "' is not merged into another asset");
  }

  private AssetId kept(Target target) {
    var into = target.into();
    if (into == null || into.isBlank()) throw bad("into: the id of the asset that is kept");
    var kept = idOf(into);
    if (assets.find(kept).isEmpty()) throw bad("into: there is no asset '" + into + "'");
    return kept;
  }

  private ResponseEntity<AssetJson> tagged(Asset asset) {
    return ResponseEntity.ok()
        .eTag(EntityTag.of(asset.revision()))
        .body(AssetJson.of(asset, LocalDate.now(clock), assets.merged()));
  }

  private String userName() {
    return currentUser.require().id().value();
  }

  private Asset found(String id) {
    return assets.find(idOf(id)).orElseThrow(() -> missing(id));
  }

  private static AssetId idOf(String written) {
    try {
      return new AssetId(written);
    } catch (IllegalArgumentException wrong) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, wrong.getMessage(), wrong);
    }
  }

  private static ResponseStatusException missing(String id) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no asset '" + id + "'");
  }

  private static ResponseStatusException bad(String problem) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, problem);
  }
}
