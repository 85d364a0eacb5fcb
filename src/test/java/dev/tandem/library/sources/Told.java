package dev.tandem.library.sources;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Notes what a listing tells. */
public final class Told implements ContentSource.Listener {
  public final TreeMap<String, SourceItem> items = new TreeMap<>();
  public final List<String> gone = new ArrayList<>();
  public List<String> known = List.of();
  public Optional<String> mark = Optional.empty();

  public static Told by(ContentSource source, @Nullable String mark) {
    var told = new Told();
    told.mark = source.list(mark, told);
    return told;
  }

  @Override
  public void found(SourceItem item) {
    items.put(item.key(), item);
  }

  @Override
  public List<String> notToldYet() {
    return known.stream().filter(key -> !items.containsKey(key)).toList();
  }

  @Override
  public void gone(String key) {
    gone.add(key);
  }
}
