package dev.tandem.library.web;

import dev.tandem.library.sources.ContentSources;
import dev.tandem.library.sources.SourceReport;
import dev.tandem.library.sources.SourceReport.Problem;
import dev.tandem.library.sources.SourceWork;
import dev.tandem.shared.CallerInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** How content comes in from where it lies. */
@RestController
@RequestMapping("/api/v1/content-sources")
@PreAuthorize("hasAnyRole('MARKETER', 'ADMINISTRATOR')")
@Tag(name = "library")
class ContentSourceController {
  private final ContentSources sources;
  private final SourceWork work;

  ContentSourceController(ContentSources sources, SourceWork work) {
    this.sources = sources;
    this.work = work;
  }

  /**
   * @param running how many items the run that is on has done, or null
   * @param problems items that could not be taken
   */
  record Source(
      String name, String type, @Nullable Long running, long problems, @Nullable Run last) {}

  /**
   * @param failure why it ended early or held something back, or null
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Run(
      Instant startedAt,
      @Nullable Instant finishedAt,
      Counts counts,
      @Nullable String failure,
      @Nullable String advice) {
    static Run of(SourceReport run) {
      return new Run(
          run.startedAt(), run.finishedAt(), Counts.of(run.counts()), run.failure(), run.advice());
    }
  }

  /** Items by what became of them. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Counts(
      long published,
      long updated,
      long unchanged,
      long duplicate,
      long rejected,
      long archived,
      long restored,
      long leftOut) {
    static Counts of(SourceReport.Counts of) {
      return new Counts(
          of.published(),
          of.updated(),
          of.unchanged(),
          of.duplicate(),
          of.rejected(),
          of.archived(),
          of.restored(),
          of.leftOut());
    }
  }

  /**
   * @param archiveAll a person's word that it is right when most of it is gone
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Start(@Nullable Boolean archiveAll) {}

  @GetMapping
  @Operation(summary = "The content sources that are connected, each with its last run")
  List<Source> list() {
    return sources.names().stream().map(this::source).toList();
  }

  private Source source(String name) {
    long running = work.progress(name);
    return new Source(
        name,
        sources.access(name).type(),
        running < 0 ? null : running,
        sources.countProblems(name),
        sources.runs(name, 1).stream().findFirst().map(Run::of).orElse(null));
  }

  @GetMapping("/{source}/runs")
  @Operation(summary = "The last runs of a source, newest first, with their counts")
  List<Run> runs(@PathVariable String source, @RequestParam(defaultValue = "20") int limit) {
    return sources.runs(known(source), CallerInput.limit(limit)).stream().map(Run::of).toList();
  }

  @GetMapping("/{source}/problems")
  @Operation(summary = "Items that could not be taken, and what to do about each")
  List<Problem> problems(
      @PathVariable String source, @RequestParam(defaultValue = "100") int limit) {
    return sources.problems(known(source), CallerInput.limit(limit));
  }

  @PostMapping("/{source}/runs")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Reads a source in the background")
  Source start(@PathVariable String source, @RequestBody(required = false) @Nullable Start how) {
    boolean all = how != null && Boolean.TRUE.equals(how.archiveAll());
    if (!work.start(known(source), all))
      throw new ResponseStatusException(HttpStatus.CONFLICT, source + " is being read already");
    return source(source);
  }

  private String known(String source) {
    if (!sources.names().contains(source))
      throw CallerInput.missing("no content source is connected as '" + source + "'");
    return source;
  }
}
