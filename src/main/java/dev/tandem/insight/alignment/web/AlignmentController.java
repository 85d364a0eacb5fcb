package dev.tandem.insight.alignment.web;

import dev.tandem.insight.alignment.AlignmentPacks;
import dev.tandem.insight.alignment.PackHtml;
import dev.tandem.insight.alignment.PackPdf;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.YearMonth;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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

  AlignmentController(AlignmentPacks packs) {
    this.packs = packs;
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

  private static YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException wrong) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "a month is written like 2026-11", wrong);
    }
  }
}
