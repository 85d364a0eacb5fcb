package dev.tandem.library.classification;

import dev.tandem.library.Label;
import dev.tandem.library.classification.Cues.TypeCues;
import dev.tandem.taxonomy.ContentType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The type with the most evidence. Weights are expert numbers: what people wrote into a title or
 * named a folder counts about four times a phrase in the text.
 */
final class TypeGuess {
  private static final double IN_FOLDER = 5;
  private static final double IN_TITLE = 4.5;
  private static final double IN_FILE_NAME = 4;
  private static final double IN_HEADING = 1.5;
  private static final double IN_TEXT = 0.7;
  private static final double MOST_FOR_TEXT = 3.5;

  /** Evidence that every guess is measured against: how sure one can be with a single weak cue. */
  private static final double DOUBT = 1.5;

  /** Below this there is no type rather than a wrong one. */
  private static final double LEAST_CONFIDENCE = 0.42;

  private final Cues cues;

  TypeGuess(Cues cues) {
    this.cues = cues;
  }

  private record Evidence(ContentType type, double weight, String basis) {}

  Label<ContentType> of(Content content, Words words) {
    var structure = Structure.of(content, words);
    var folders = folders(content.path());
    var fileName = Words.padded(fileName(content.path()));
    var evidence = new ArrayList<Evidence>();
    cues.types()
        .forEach(
            (type, its) -> {
              var parts = new ArrayList<String>();
              double weight = 0;
              if (folders.stream()
                  .anyMatch(name -> ContentType.parse(name).filter(type::equals).isPresent())) {
                weight += IN_FOLDER;
                parts.add("folder “" + type.label() + "”");
              }
              weight += phrases(its, words, fileName, parts);
              for (var cue : its.structure().entrySet()) {
                var said = structure.get(cue.getKey());
                if (said == null) continue;
                weight += cue.getValue();
                if (cue.getValue() > 0) parts.add(said);
              }
              if (weight > 0) evidence.add(new Evidence(type, weight, String.join("; ", parts)));
            });
    return best(evidence);
  }

  private static double phrases(TypeCues its, Words words, String fileName, List<String> parts) {
    double weight = 0;
    var inTitle = Words.found(words.title(), its.title());
    var inFileName = Words.found(fileName, its.title());
    var inHeadings = Words.found(words.headings(), its.title());
    inHeadings.addAll(Words.found(words.headings(), its.text()));
    var inText = Words.found(words.text(), its.text());
    inText.removeAll(inHeadings);
    if (!inTitle.isEmpty()) {
      weight += IN_TITLE;
      parts.add("title: “" + inTitle.getFirst() + "”");
    }
    if (!inFileName.isEmpty()) {
      weight += inTitle.isEmpty() ? IN_FILE_NAME : 1;
      parts.add("file name: “" + inFileName.getFirst() + "”");
    }
    if (!inHeadings.isEmpty()) {
      weight += Math.min(2, inHeadings.size()) * IN_HEADING;
      parts.add("heading: “" + inHeadings.getFirst() + "”");
    }
    if (!inText.isEmpty()) {
      weight += Math.min(MOST_FOR_TEXT, inText.size() * IN_TEXT);
      parts.add(
          "text: “" + String.join("”, “", inText.subList(0, Math.min(3, inText.size()))) + "”");
    }
    return weight;
  }

  private static Label<ContentType> best(List<Evidence> evidence) {
    evidence.sort(Comparator.comparingDouble(Evidence::weight).reversed());
    if (evidence.isEmpty()) return Label.inferred(ContentType.OTHER, 0.1, null);
    var first = evidence.getFirst();
    double second = evidence.size() > 1 ? evidence.get(1).weight() : 0;
    double confidence = first.weight() / (first.weight() + 0.8 * second + DOUBT);
    return confidence < LEAST_CONFIDENCE
        ? Label.inferred(ContentType.OTHER, 1 - confidence, "no clear sign of any type")
        : Label.inferred(first.type(), Math.min(0.97, confidence), first.basis());
  }

  private static List<String> folders(String path) {
    var parts = path.split("/");
    return List.of(parts).subList(0, Math.max(0, parts.length - 1));
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1).replaceAll("\\.[A-Za-z0-9]{1,5}$", "");
  }
}
