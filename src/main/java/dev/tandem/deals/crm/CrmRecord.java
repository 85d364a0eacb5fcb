package dev.tandem.deals.crm;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A deal as the CRM words it.
 *
 * @param modifiedAt by the CRM's clock
 * @param values text by field of the CRM; several values are separated by {@code |}; a field that
 *     the CRM does not have is missing, one without a value is empty
 * @param stages the stages it passed, in any order; empty where the CRM does not tell
 * @param absorbed ids of deals that were merged into this one
 */
public record CrmRecord(
    String id,
    Instant modifiedAt,
    Map<String, String> values,
    List<StagePassed> stages,
    Set<String> absorbed) {
  public CrmRecord {
    values = Map.copyOf(values);
    stages = List.copyOf(stages);
    absorbed = Set.copyOf(absorbed);
  }

  public CrmRecord(String id, Instant modifiedAt, Map<String, String> values) {
    this(id, modifiedAt, values, List.of(), Set.of());
  }

  /** Whether it tells the stages of a deal and nothing else. */
  public boolean isHistoryOnly() {
    return values.isEmpty();
  }

  /** A deal came into a sales stage. */
  public record StagePassed(String salesStage, Instant enteredAt) {}
}
