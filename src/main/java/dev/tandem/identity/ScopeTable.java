package dev.tandem.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Which scope each call of the API needs: the one place where that stands. The first row that fits
 * counts; what no row names is for {@link Scope#ADMIN}, so that a new call is closed until somebody
 * decides.
 */
final class ScopeTable {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private static final List<Row> ROWS =
      List.of(
          reading("/api/v1/me", null),
          reading("/api/v1/me/**", Scope.READ),
          writing("/api/v1/me/**", Scope.FEEDBACK),
          reading("/api/v1/search/**", Scope.READ),
          writing("/api/v1/recommendations", Scope.READ),
          reading("/api/v1/assets/**", Scope.READ),
          writing("/api/v1/assets/**", Scope.CONTENT),
          reading("/api/v1/curation-rules/**", Scope.READ),
          writing("/api/v1/curation-rules/**", Scope.CONTENT),
          reading("/api/v1/requests/**", Scope.READ),
          writing("/api/v1/requests", Scope.FEEDBACK),
          writing("/api/v1/requests/**", Scope.CONTENT),
          reading("/api/v1/opportunities/**", Scope.READ),
          writing("/api/v1/opportunities/**", Scope.DEALS),
          reading("/api/v1/events", Scope.INSIGHT),
          writing("/api/v1/events", Scope.FEEDBACK),
          reading("/api/v1/ubi/**", Scope.INSIGHT),
          writing("/api/v1/ubi/**", Scope.FEEDBACK),
          reading("/api/v1/sales-stages", Scope.READ),
          writing("/api/v1/sales-stages", Scope.DEALS),
          reading("/api/v1/glossary/**", Scope.READ),
          writing("/api/v1/glossary/**", Scope.CONTENT),
          reading("/api/v1/vocabularies/**", Scope.READ),
          writing("/api/v1/vocabularies/**", Scope.CONTENT),
          reading("/api/v1/request-rules/**", Scope.READ),
          writing("/api/v1/request-rules/**", Scope.CONTENT),
          reading("/api/v1/content-sources/**", Scope.READ),
          writing("/api/v1/content-sources/**", Scope.CONTENT),
          reading("/api/v1/situations/**", Scope.INSIGHT),
          writing("/api/v1/situations/**", Scope.CONTENT),
          reading("/api/v1/search-settings/**", Scope.INSIGHT),
          writing("/api/v1/search-settings/**", Scope.CONTENT),
          writing("/api/v1/insight/alignment/**", Scope.FEEDBACK),
          reading("/api/v1/insight/people/**", Scope.ADMIN),
          reading("/api/v1/insight/teams", Scope.ADMIN),
          reading("/api/v1/insight/**", Scope.INSIGHT),
          reading("/api/v1/models", Scope.INSIGHT),
          writing("/api/v1/models/**", Scope.ADMIN),
          writing("/api/v1/embed/tokens", Scope.SIDEBAR),
          reading("/api/v1/webhooks/**", Scope.ADMIN),
          writing("/api/v1/webhooks/**", Scope.ADMIN),
          reading("/api/v1/tokens/**", Scope.ADMIN),
          writing("/api/v1/tokens/**", Scope.ADMIN),
          reading("/api/v1/users/**", Scope.ADMIN),
          writing("/api/v1/users/**", Scope.ADMIN),
          reading("/api/v1/syncs/**", Scope.ADMIN),
          writing("/api/v1/syncs/**", Scope.ADMIN),
          reading("/api/v1/privacy", Scope.ADMIN),
          writing("/api/v1/privacy", Scope.ADMIN),
          reading("/api/v1/audit", Scope.ADMIN));

  private ScopeTable() {}

  /**
   * @param scope null: any token will do
   */
  private record Row(boolean reading, PathPattern path, @Nullable Scope scope) {
    boolean fits(String method, PathContainer called) {
      return READING.contains(method) == reading && path.matches(called);
    }
  }

  private static Row reading(String path, @Nullable Scope scope) {
    return new Row(true, PathPatternParser.defaultInstance.parse(path), scope);
  }

  private static Row writing(String path, @Nullable Scope scope) {
    return new Row(false, PathPatternParser.defaultInstance.parse(path), scope);
  }

  /** Empty: any token will do. */
  static Optional<Scope> neededFor(String method, PathContainer path) {
    for (var row : ROWS) if (row.fits(method, path)) return Optional.ofNullable(row.scope());
    return Optional.of(Scope.ADMIN);
  }

  /** Whether a row was written for it. */
  static boolean names(String method, PathContainer path) {
    return ROWS.stream().anyMatch(row -> row.fits(method, path));
  }
}
