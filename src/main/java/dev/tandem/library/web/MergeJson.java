package dev.tandem.library.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tandem.library.Merges.Merged;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A merge in JSON.
 *
 * @param labelsTaken what the kept asset got from the copy, as "field:value"
 * @param endedAt missing while it holds
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record MergeJson(
    String copy,
    String kept,
    Instant mergedAt,
    @Nullable String mergedBy,
    List<String> labelsTaken,
    @Nullable Instant endedAt,
    @Nullable String endedBy) {

  static MergeJson of(Merged merged) {
    return new MergeJson(
        merged.copy().value(),
        merged.kept().value(),
        merged.at(),
        merged.by(),
        merged.taken(),
        merged.ended(),
        merged.endedBy());
  }
}
