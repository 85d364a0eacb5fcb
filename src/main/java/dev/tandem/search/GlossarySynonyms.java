package dev.tandem.search;

import dev.tandem.taxonomy.Glossary;
import dev.tandem.taxonomy.GlossaryChanged;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Gives the synonyms of the company's glossary to the engine: at the start, and when they change.
 */
@Component
class GlossarySynonyms {
  private final Glossary glossary;
  private final AssetIndex index;

  GlossarySynonyms(Glossary glossary, AssetIndex index) {
    this.glossary = glossary;
    this.index = index;
  }

  @EventListener({ApplicationReadyEvent.class, GlossaryChanged.class})
  void handOver() {
    index.useSynonyms(
        glossary.entries().stream()
            .filter(entry -> !entry.synonyms().isEmpty())
            .map(
                entry -> {
                  List<String> group = new ArrayList<>(entry.synonyms());
                  group.addFirst(entry.term());
                  return List.copyOf(group);
                })
            .toList());
  }
}
