package dev.tandem.identity.web;

import dev.tandem.identity.TokenAudit;
import dev.tandem.shared.CallerInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@PreAuthorize("hasRole('ADMINISTRATOR')")
@Tag(name = "identity")
class AuditController {
  private final TokenAudit audit;

  AuditController(TokenAudit audit) {
    this.audit = audit;
  }

  record Entry(
      long number, long token, String user, String method, String path, int status, Instant at) {}

  /**
   * @param next hand it back as {@code before} for older entries; null at the end
   */
  record Page(List<Entry> items, @Nullable Long next) {}

  @GetMapping("/api/v1/audit")
  @Operation(summary = "What API tokens changed, or tried to, newest first; reading is not noted")
  Page entries(
      @RequestParam(required = false) @Nullable Long before,
      @RequestParam(defaultValue = "100") int limit) {
    var found = audit.before(before == null ? Long.MAX_VALUE : before, CallerInput.limit(limit));
    return new Page(
        found.stream()
            .map(
                entry ->
                    new Entry(
                        entry.number(),
                        entry.token(),
                        entry.user().value(),
                        entry.method(),
                        entry.path(),
                        entry.status(),
                        entry.at()))
            .toList(),
        found.size() < limit ? null : found.getLast().number());
  }
}
