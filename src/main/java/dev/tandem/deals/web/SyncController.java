package dev.tandem.deals.web;

import dev.tandem.api.EntityTag;
import dev.tandem.deals.DealReading;
import dev.tandem.deals.crm.CrmFailure;
import dev.tandem.deals.crm.CrmField;
import dev.tandem.deals.crm.CrmGateway;
import dev.tandem.deals.crm.FieldMapping;
import dev.tandem.deals.crm.SyncPreview;
import dev.tandem.deals.crm.SyncReport;
import dev.tandem.deals.crm.SyncReport.Counts;
import dev.tandem.deals.crm.SyncSources;
import dev.tandem.deals.crm.SyncWork;
import dev.tandem.identity.CurrentUser;
import dev.tandem.shared.CallerInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** How the deals of each CRM come in: runs, what could not be taken, and which field fills what. */
@RestController
@RequestMapping("/api/v1/syncs")
@PreAuthorize("hasRole('ADMINISTRATOR')")
@Tag(name = "deals")
class SyncController {
  private static final int SHOWN = 5;

  private final SyncSources sources;
  private final SyncWork work;
  private final SyncPreview preview;
  private final CurrentUser currentUser;
  private final ReentrantLock choosing = new ReentrantLock();

  SyncController(SyncSources sources, SyncWork work, SyncPreview preview, CurrentUser currentUser) {
    this.sources = sources;
    this.work = work;
    this.preview = preview;
    this.currentUser = currentUser;
  }

  /**
   * @param running how many records the run that is on has read, or null
   * @param problems records that could not be taken
   */
  record Source(
      String name, String type, @Nullable Long running, long problems, @Nullable Run last) {}

  /**
   * @param dry only looked what it would do
   * @param failure why it ended early, or null
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Run(
      Instant startedAt,
      @Nullable Instant finishedAt,
      boolean dry,
      Counts counts,
      @Nullable String failure,
      @Nullable String advice,
      List<String> notes) {
    static Run of(SyncReport run) {
      return new Run(
          run.startedAt(),
          run.finishedAt(),
          run.dry(),
          run.counts(),
          run.failure(),
          run.advice(),
          run.notes());
    }
  }

  /**
   * @param id of the record in the CRM
   * @param column of a deal that could not be filled, or empty
   */
  record Problem(String id, String column, String problem, String advice, Instant since) {}

  /**
   * @param dry writes nothing
   * @param all reads every deal once more, not only what changed
   */
  record Start(@Nullable Boolean dry, @Nullable Boolean all) {}

  /**
   * @param columns the CRM's field by column of a deal; what is missing is not synced
   */
  record Mapping(@NotNull @Size(max = 100) Map<String, @Nullable String> columns) {}

  /**
   * @param fields what the CRM has, by their labels
   * @param records what the mapping makes of some real records
   */
  record Mapped(Map<String, String> columns, List<CrmField> fields, List<Preview> records) {}

  /**
   * @param problem why it would not be taken, or null
   */
  record Preview(String id, Map<String, String> columns, @Nullable String problem) {}

  @GetMapping
  @Operation(summary = "The CRMs that are connected, each with its last run")
  List<Source> list() {
    return sources.names().stream().map(this::source).toList();
  }

  private Source source(String name) {
    long running = work.progress(name);
    var last = sources.runs(name, 1).stream().findFirst().map(Run::of).orElse(null);
    return new Source(
        name,
        sources.access(name).type(),
        running < 0 ? null : running,
        sources.countProblems(name),
        last);
  }

  @GetMapping("/{source}/runs")
  @Operation(summary = "The last runs of a CRM, newest first, with their counts")
  List<Run> runs(@PathVariable String source, @RequestParam(defaultValue = "20") int limit) {
    return sources.runs(known(source), CallerInput.limit(limit)).stream().map(Run::of).toList();
  }

  @GetMapping("/{source}/problems")
  @Operation(summary = "Records that could not be taken and what to do about each, oldest first")
  List<Problem> problems(
      @PathVariable String source, @RequestParam(defaultValue = "100") int limit) {
    return sources.problems(known(source), CallerInput.limit(limit)).stream()
        .map(
            one -> new Problem(one.crmId(), one.column(), one.problem(), one.advice(), one.since()))
        .toList();
  }

  @PostMapping("/{source}/runs")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Reads a CRM in the background: what changed, or all; dry, or for good")
  Source start(@PathVariable String source, @RequestBody(required = false) @Nullable Start how) {
    known(source);
    if (work.progress(source) >= 0) throw running(source);
    boolean dry = how != null && Boolean.TRUE.equals(how.dry());
    if (how != null && Boolean.TRUE.equals(how.all())) {
      if (dry) throw CallerInput.wrong("all: a dry run forgets nothing, so it reads what changed");
      sources.startOver(source);
    }
    if (!work.start(source, dry)) throw running(source);
    return source(source);
  }

  @GetMapping("/{source}/mapping")
  @Operation(summary = "Which field fills which column, and what that makes of real records")
  ResponseEntity<Mapped> mapping(@PathVariable String source) {
    return asking(source, gateway -> answer(source, gateway, sources.mapping(source, gateway)));
  }

  @PostMapping("/{source}/mapping/preview")
  @Operation(summary = "What another mapping would make of real records; changes nothing")
  Mapped preview(@PathVariable String source, @Valid @RequestBody Mapping wanted) {
    return asking(source, gateway -> mapped(source, gateway, mapping(wanted)));
  }

  @PutMapping("/{source}/mapping")
  @Operation(summary = "Takes another mapping; the next run reads every deal once more")
  ResponseEntity<Mapped> choose(
      @PathVariable String source,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody Mapping wanted) {
    return asking(
        source,
        gateway -> {
          choose(source, gateway, ifMatch, mapping(wanted));
          return answer(source, gateway, sources.mapping(source, gateway));
        });
  }

  /** One after another, so that of two with the same tag the second is told. */
  private void choose(
      String source, CrmGateway gateway, @Nullable String ifMatch, FieldMapping chosen) {
    choosing.lock();
    try {
      EntityTag.require(ifMatch, tag(sources.mapping(source, gateway)));
      var usual = new FieldMapping(gateway.usualFields());
      sources.choose(source, usual, chosen, currentUser.require().id().value());
    } finally {
      choosing.unlock();
    }
  }

  private ResponseEntity<Mapped> answer(String source, CrmGateway gateway, FieldMapping mapping) {
    return ResponseEntity.ok().eTag(tag(mapping)).body(mapped(source, gateway, mapping));
  }

  private static String tag(FieldMapping mapping) {
    return EntityTag.of(Integer.toUnsignedLong(new TreeMap<>(mapping.fields()).hashCode()));
  }

  private Mapped mapped(String source, CrmGateway gateway, FieldMapping mapping) {
    var fields = gateway.fields();
    var names = fields.stream().map(CrmField::name).collect(Collectors.toSet());
    var records = preview.records(gateway, new HashSet<>(names), SHOWN);
    var rows =
        preview.show(source, gateway, mapping, records).stream()
            .map(row -> new Preview(row.crmId(), new TreeMap<>(row.cells()), row.problem()))
            .toList();
    return new Mapped(new TreeMap<>(mapping.fields()), fields, rows);
  }

  private static FieldMapping mapping(Mapping wanted) {
    var columns = new TreeMap<String, String>();
    wanted
        .columns()
        .forEach(
            (column, field) -> {
              if (column.equals("id") || !DealReading.columns().contains(column))
                throw CallerInput.wrong("columns: a deal has no column '" + column + "'");
              if (field != null && !field.isBlank()) columns.put(column, field.strip());
            });
    return CallerInput.read(() -> new FieldMapping(columns));
  }

  private <T> T asking(String source, Function<CrmGateway, T> asking) {
    known(source);
    try {
      return asking.apply(sources.open(source));
    } catch (CrmFailure failure) {
      throw new ResponseStatusException(
          HttpStatus.BAD_GATEWAY, failure.getMessage() + " " + failure.advice(), failure);
    }
  }

  private String known(String source) {
    if (!sources.names().contains(source))
      throw CallerInput.missing("no CRM is connected as '" + source + "'");
    return source;
  }

  private static ResponseStatusException running(String source) {
    return new ResponseStatusException(HttpStatus.CONFLICT, source + " is being read already");
  }
}
