package dev.tandem.deals.crm;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far a CRM was read, in marks that only its adapter understands.
 *
 * @param marks short texts by name; empty before the first page
 */
public record SyncCursor(Map<String, String> marks) {
  public static final SyncCursor START = new SyncCursor(Map.of());

  public SyncCursor {
    marks = Map.copyOf(marks);
  }

  public Optional<String> get(String mark) {
    return Optional.ofNullable(marks.get(mark));
  }

  public Optional<Instant> moment(String mark) {
    return get(mark).map(Instant::parse);
  }

  /** With one mark changed; null takes it away. */
  public SyncCursor with(String mark, @Nullable Object value) {
    var changed = new TreeMap<>(marks);
    if (value == null) changed.remove(mark);
    else changed.put(mark, value.toString());
    return new SyncCursor(changed);
  }
}
