package dev.tandem.taxonomy;

import dev.tandem.identity.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A glossary that forgets how words changed. */
public final class GlossaryInMemory implements Glossary {
  private final List<Entry> entries = new ArrayList<>();

  @Override
  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  @Override
  public Optional<Entry> find(String term) {
    return entries.stream().filter(entry -> entry.term().equals(term)).findFirst();
  }

  @Override
  public List<Entry> history(long id) {
    return entries.stream().filter(entry -> entry.id() == id).toList();
  }

  @Override
  public List<Entry> changed(Instant from, Instant to) {
    return List.of();
  }

  @Override
  public Entry define(
      String term,
      String definition,
      List<String> synonyms,
      @Nullable JourneyStage stage,
      UserId by) {
    entries.removeIf(entry -> entry.term().equals(term));
    var entry =
        new Entry(entries.size() + 1L, term, definition, synonyms, 1, by, Instant.EPOCH, stage);
    entries.add(entry);
    return entry;
  }

  @Override
  public Entry defineAt(
      String term,
      int version,
      String definition,
      List<String> synonyms,
      @Nullable JourneyStage stage,
      UserId by) {
    return define(term, definition, synonyms, stage, by);
  }

  @Override
  public void retire(long id, UserId by) {
    entries.removeIf(entry -> entry.id() == id);
  }

  @Override
  public void retireAt(long id, int version, UserId by) {
    retire(id, by);
  }
}
