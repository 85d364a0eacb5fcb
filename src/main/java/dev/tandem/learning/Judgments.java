package dev.tandem.learning;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * People's verdicts on which asset serves which situation, as TREC qrels: lines of {@code situation
 * 0 asset grade} with a grade from 0 (wrong) to 3 (exactly right).
 */
public record Judgments(Map<String, Map<String, Integer>> grades) {
  public static final int HIGHEST_GRADE = 3;

  /** Nobody said anything yet. */
  public static final Judgments NONE = new Judgments(Map.of());

  public Judgments {
    var copy = new LinkedHashMap<String, Map<String, Integer>>();
    grades.forEach((situation, row) -> copy.put(situation, Map.copyOf(row)));
    grades = java.util.Collections.unmodifiableMap(copy);
  }

  /**
   * Reads qrels; empty lines are skipped.
   *
   * @throws IllegalArgumentException naming the line that is none, or that judges a pair again with
   *     another grade
   */
  public static Judgments parse(Iterable<String> lines) {
    var grades = new LinkedHashMap<String, Map<String, Integer>>();
    int number = 0;
    for (var line : lines) {
      number++;
      var text = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
      if (text.isBlank()) continue;
      var cells = text.strip().split("\\s+");
      if (cells.length != 4)
        throw problem(number, "expected 'situation 0 asset grade', got: " + text);
      int grade = grade(number, cells[3]);
      var before =
          grades.computeIfAbsent(cells[0], none -> new HashMap<>()).putIfAbsent(cells[2], grade);
      if (before != null && before != grade)
        throw problem(number, cells[2] + " was judged " + before + " before, now " + grade);
    }
    return new Judgments(grades);
  }

  private static int grade(int number, String cell) {
    int grade;
    try {
      grade = Integer.parseInt(cell);
    } catch (NumberFormatException e) {
      throw problem(number, "the grade is no whole number: " + cell);
    }
    if (grade < 0 || grade > HIGHEST_GRADE)
      throw problem(number, "grades go from 0 to " + HIGHEST_GRADE + ": " + grade);
    return grade;
  }

  private static IllegalArgumentException problem(int line, String what) {
    return new IllegalArgumentException("line " + line + ": " + what);
  }

  public Set<String> situations() {
    return grades.keySet();
  }

  /** Grade by asset; empty for a situation that nobody judged. */
  public Map<String, Integer> of(String situation) {
    return grades.getOrDefault(situation, Map.of());
  }

  /** Whether any asset serves the situation; without one no order of assets can be wrong. */
  public boolean anyRelevant(String situation) {
    return of(situation).values().stream().anyMatch(grade -> grade > 0);
  }
}
