package dev.tandem.insight.alignment.web;

import dev.tandem.identity.CurrentUser;
import dev.tandem.insight.alignment.AlignmentPack;
import dev.tandem.insight.alignment.AlignmentPacks;
import dev.tandem.insight.alignment.Issues;
import dev.tandem.insight.alignment.PackHtml;
import dev.tandem.insight.alignment.PackPdf;
import dev.tandem.shared.CallerInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The alignment pack of a month ({@code 2026-11}) as HTML or, with {@code format=pdf}, as PDF. */
@RestController
@RequestMapping("/api/v1/insight/alignment")
@PreAuthorize("hasAnyRole('REP', 'MARKETER', 'ADMINISTRATOR')")
class AlignmentController {
  private final AlignmentPacks packs;
  private final Issues issues;
  private final CurrentUser currentUser;

  AlignmentController(AlignmentPacks packs, Issues issues, CurrentUser currentUser) {
    this.packs = packs;
    this.issues = issues;
    this.currentUser = currentUser;
  }

  @GetMapping("/{month}")
  ResponseEntity<byte[]> pack(
      @PathVariable String month, @RequestParam(defaultValue = "html") String format) {
    var pack = packs.of(month(month));
    return switch (format) {
      case "html" ->
          ResponseEntity.ok()
              .contentType(new MediaType("text", "html", StandardCharsets.UTF_8))
              .body(PackHtml.page(pack).getBytes(StandardCharsets.UTF_8));
      case "pdf" ->
          ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).body(PackPdf.of(pack));
      default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "format is html or pdf");
    };
  }

  /**
   * @param words what is to be spoken about
   * @param anonymous keeps neither name nor day
   */
  record Issue(@NotBlank @Size(max = 2_000) String words, @Nullable Boolean anonymous) {}

  /**
   * @param agreed what was agreed; empty opens it again
   */
  record Agreed(@NotNull @Size(max = 2_000) String agreed) {}

  /** For the meeting of a month, and of later ones until something is agreed. */
  @PostMapping("/{month}/issues")
  List<AlignmentPack.Issue> raise(@PathVariable String month, @Valid @RequestBody Issue issue) {
    var of = month(month);
    var author = Boolean.TRUE.equals(issue.anonymous()) ? null : currentUser.require().id();
    CallerInput.take(() -> issues.raise(of, issue.words(), author));
    return issues.of(of);
  }

  @GetMapping("/{month}/issues")
  List<AlignmentPack.Issue> issues(@PathVariable String month) {
    return issues.of(month(month));
  }

  @PutMapping("/{month}/issues/{id}")
  @PreAuthorize("hasAnyRole('MARKETER', 'ADMINISTRATOR')")
  List<AlignmentPack.Issue> settle(
      @PathVariable String month, @PathVariable long id, @Valid @RequestBody Agreed agreed) {
    var of = month(month);
    if (issues.of(of).stream().noneMatch(issue -> issue.id() == id))
      throw CallerInput.missing("no issue " + id + " in the pack of " + of);
    issues.settle(id, agreed.agreed());
    return issues.of(of);
  }

  private static YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException wrong) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "a month is written like 2026-11", wrong);
    }
  }
}
