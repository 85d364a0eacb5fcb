package dev.tandem.library.web;

import dev.tandem.api.EntityTag;
import dev.tandem.api.PageCursor;
import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.User;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetEditing;
import dev.tandem.library.AssetId;
import dev.tandem.library.Assets;
import dev.tandem.library.StaleEditException;
import dev.tandem.library.intake.FileIngestion;
import dev.tandem.library.intake.IncomingFile;
import dev.tandem.library.intake.IngestionOutcome;
import dev.tandem.library.manifest.NamedValues;
import dev.tandem.library.store.LibraryStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Assets one by one. Everybody signed in reads; marketers and administrators write. */
@RestController
@RequestMapping("/api/v1/assets")
@PreAuthorize("isAuthenticated()")
class AssetController {
  private static final int MOST_ON_A_PAGE = 1_000;
  private static final String WRITERS = "hasAnyRole('MARKETER', 'ADMINISTRATOR')";
  private static final TypeReference<Map<String, @Nullable Object>> OBJECT =
      new TypeReference<>() {};

  private final Assets assets;
  private final LibraryStore store;
  private final AssetEditing editing;
  private final FileIngestion ingestion;
  private final CurrentUser currentUser;
  private final ObjectMapper json;
  private final Clock clock;
  private final Currency currency;

  AssetController(
      Assets assets,
      LibraryStore store,
      AssetEditing editing,
      FileIngestion ingestion,
      CurrentUser currentUser,
      ObjectMapper json,
      Clock clock,
      @Value("${tandem.currency:EUR}") String currency) {
    this.assets = assets;
    this.store = store;
    this.editing = editing;
    this.ingestion = ingestion;
    this.currentUser = currentUser;
    this.json = json;
    this.clock = clock;
    this.currency = Currency.getInstance(currency);
  }

  /**
   * A page of the library, by title.
   *
   * @param next where the next page begins, or null after the last one
   */
  record Page(long total, List<AssetJson> items, @Nullable String next) {}

  @GetMapping
  Page list(
      @RequestParam(defaultValue = "100") int limit,
      @RequestParam(defaultValue = "0") int offset,
      @RequestParam(required = false) @Nullable String cursor) {
    if (limit < 1 || limit > MOST_ON_A_PAGE || offset < 0)
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "limit is 1 to 1,000 and offset 0 or more");
    int from = cursor == null ? offset : PageCursor.read(cursor);
    long total = store.count();
    var items = store.page(from, limit).stream().map(this::asJson).toList();
    return new Page(total, items, PageCursor.next(from, items.size(), total));
  }

  /** The {@code ETag} of the answer, sent back as {@code If-Match}, guards a later change. */
  @GetMapping("/{id}")
  ResponseEntity<AssetJson> get(@PathVariable String id) {
    return tagged(found(id));
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @PreAuthorize(WRITERS)
  ResponseEntity<AssetJson> upload(
      @RequestPart("file") MultipartFile file,
      @RequestParam(value = "metadata", required = false) @Nullable String metadata)
      throws IOException {
    var said = read(metadata == null || metadata.isBlank() ? Map.of() : object(metadata));
    var name = fileName(file.getOriginalFilename());
    var copy = Files.createTempFile("tandem-upload-", "");
    try {
      file.transferTo(copy);
      return answer(
          ingestion.ingest(IncomingFile.upload(copy, name, id(said), said.values(), userName())));
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @PreAuthorize(WRITERS)
  ResponseEntity<AssetJson> link(@RequestBody Map<String, @Nullable Object> body) {
    var said = read(body);
    if (said.values().url() == null)
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "without a file an asset needs an url");
    return answer(ingestion.ingest(IncomingFile.link(id(said), said.values(), userName())));
  }

  @PatchMapping("/{id}")
  @PreAuthorize(WRITERS)
  ResponseEntity<AssetJson> patch(
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody Map<String, @Nullable Object> body) {
    var asset = found(id);
    EntityTag.require(ifMatch, EntityTag.of(asset.revision()));
    try {
      var edits = AssetPatch.read(body, currency);
      var edited =
          ifMatch == null
              ? editing.edit(asset.id(), edits, userName())
              : editing.editAt(asset.id(), asset.revision(), edits, userName());
      return edited.map(this::tagged).orElseThrow(() -> missing(id));
    } catch (StaleEditException stale) {
      throw EntityTag.stale();
    } catch (IllegalArgumentException wrong) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, wrong.getMessage(), wrong);
    }
  }

  @DeleteMapping("/{id}")
  @PreAuthorize(WRITERS)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    var asset = found(id);
    EntityTag.require(ifMatch, EntityTag.of(asset.revision()));
    if (!editing.delete(asset.id(), userName())) throw missing(id);
  }

  private ResponseEntity<AssetJson> tagged(Asset asset) {
    return ResponseEntity.ok().eTag(EntityTag.of(asset.revision())).body(asJson(asset));
  }

  private ResponseEntity<AssetJson> answer(IngestionOutcome outcome) {
    return switch (outcome) {
      case IngestionOutcome.Published it ->
          ResponseEntity.created(URI.create("/api/v1/assets/" + encoded(it.asset())))
              .eTag(EntityTag.of(found(it.asset().value()).revision()))
              .body(asJson(found(it.asset().value())));
      case IngestionOutcome.Updated it -> get(it.asset().value());
      case IngestionOutcome.Unchanged it -> get(it.asset().value());
      case IngestionOutcome.Duplicate it -> {
        var problem =
            ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT, "the library has this content as '" + it.existing() + "'");
        problem.setProperty("existing", it.existing().value());
        throw new ErrorResponseException(HttpStatus.CONFLICT, problem, null);
      }
      case IngestionOutcome.Rejected it ->
          throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, it.reason());
    };
  }

  private static String encoded(AssetId id) {
    return java.net.URLEncoder.encode(id.value(), java.nio.charset.StandardCharsets.UTF_8);
  }

  private Map<String, @Nullable Object> object(String text) {
    try {
      var read = json.readTree(text);
      if (read.isObject()) return json.convertValue(read, OBJECT);
    } catch (JacksonException e) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "metadata is not valid JSON: " + e.getOriginalMessage(), e);
    }
    throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "metadata is not a JSON object");
  }

  private NamedValues read(Map<String, @Nullable Object> entries) {
    var said = NamedValues.of(entries, currency);
    if (!said.unknown().isEmpty())
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "unknown fields: " + String.join(", ", said.unknown()));
    if (!said.problems().isEmpty())
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST,
          String.join("; ", said.problems().stream().map(Object::toString).toList()));
    return said;
  }

  private static @Nullable AssetId id(NamedValues said) {
    var written = said.id();
    return written == null ? null : idOf(written);
  }

  private static AssetId idOf(String written) {
    try {
      return new AssetId(written);
    } catch (IllegalArgumentException wrong) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, wrong.getMessage(), wrong);
    }
  }

  private Asset found(String id) {
    return assets.find(idOf(id)).orElseThrow(() -> missing(id));
  }

  private static ResponseStatusException missing(String id) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no asset '" + id + "'");
  }

  private @Nullable String userName() {
    return currentUser.get().map(User::id).map(Object::toString).orElse(null);
  }

  private AssetJson asJson(Asset asset) {
    return AssetJson.of(asset, LocalDate.now(clock), assets.merged());
  }

  /** A browser may send a path; only its last part names the file. */
  private static String fileName(@Nullable String sent) {
    if (sent == null || sent.isBlank()) return "upload";
    var name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
    var clean = name.replaceAll("\\p{Cntrl}", "").strip();
    return clean.isEmpty() ? "upload" : clean.substring(0, Math.min(255, clean.length()));
  }
}
