package dev.tandem.insight;

import java.util.ArrayList;
import java.util.Map;
import org.springframework.stereotype.Repository;

/** Who used what on which deals, by numbers that stand for the names of reps and deals. */
@Repository
class ReachTables {
  private final PackedRows rows;
  private final NameNumbers names;

  ReachTables(PackedRows rows, NameNumbers names) {
    this.rows = rows;
    this.names = names;
  }

  Reach of(Days days) {
    var packed = new ArrayList<int[]>();
    rows.read(
        rows.stretch(days), "reach", (day, month, bytes) -> packed.add(PackedReach.numbers(bytes)));
    return new Reach(packed, names.now());
  }

  /** The numbers of all names; they stay the same for ever. */
  Map<String, Integer> numbers() {
    return names.now().numbers();
  }
}
