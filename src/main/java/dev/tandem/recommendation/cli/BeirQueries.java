package dev.tandem.recommendation.cli;

import dev.tandem.learning.Judgments;
import dev.tandem.recommendation.DescribedDeal;
import dev.tandem.recommendation.EvaluationSituation;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The queries of a collection in the BEIR layout (N. Thakur et al. (2021), "BEIR: a heterogeneous
 * benchmark for zero-shot evaluation of information retrieval models") that its test half judges,
 * as situations without a deal.
 *
 * @param problems lines that are not as they should be, with file and number
 */
record BeirQueries(
    List<EvaluationSituation> situations, Judgments judgments, List<String> problems) {
  private static final int MOST_PROBLEMS = 20;

  static BeirQueries read(Path folder) throws IOException {
    var problems = new ArrayList<String>();
    var grades = grades(folder.resolve("qrels").resolve("test.tsv"), problems);
    var situations = situations(folder.resolve("queries.jsonl"), grades, problems);
    if (problems.isEmpty() && situations.isEmpty())
      problems.add(folder + ": no query of queries.jsonl is judged in qrels/test.tsv");
    if (problems.size() > MOST_PROBLEMS) {
      int more = problems.size() - MOST_PROBLEMS;
      problems.subList(MOST_PROBLEMS, problems.size()).clear();
      problems.add("… and " + more + " more");
    }
    return new BeirQueries(situations, new Judgments(grades), problems);
  }

  /** Below a header line: {@code query-id, corpus-id, score}, separated by tabs. */
  private static Map<String, Map<String, Integer>> grades(Path file, List<String> problems)
      throws IOException {
    var grades = new LinkedHashMap<String, Map<String, Integer>>();
    eachLine(
        file,
        (line, number) -> {
          var cells = line.split("\t", -1);
          if (number == 1 && cells.length == 3 && cells[2].strip().equals("score")) return;
          var problem = grade(cells, grades);
          if (!problem.isEmpty()) problems.add(file + ", line " + number + ": " + problem);
        });
    return grades;
  }

  /** What is wrong with a line, or empty. */
  private static String grade(String[] cells, Map<String, Map<String, Integer>> grades) {
    if (cells.length != 3) return "expected query-id, corpus-id and score between tabs";
    int grade;
    try {
      grade = Integer.parseInt(cells[2].strip());
    } catch (NumberFormatException e) {
      return "the score is no whole number: " + cells[2];
    }
    if (grade < 0 || grade > Judgments.HIGHEST_GRADE)
      return "scores from 0 to " + Judgments.HIGHEST_GRADE + " can be measured, not " + grade;
    var row = grades.computeIfAbsent(cells[0].strip(), none -> new HashMap<>());
    var before = row.putIfAbsent(cells[1].strip(), grade);
    return before != null && before != grade
        ? cells[1].strip() + " was judged " + before + " before, now " + grade
        : "";
  }

  private static List<EvaluationSituation> situations(
      Path file, Map<String, Map<String, Integer>> judged, List<String> problems)
      throws IOException {
    var situations = new LinkedHashMap<String, EvaluationSituation>();
    eachLine(
        file,
        (line, number) -> {
          try {
            var json = JsonMapper.shared().readTree(line);
            var id = json.path("_id").asString("");
            var text = json.path("text").asString("");
            if (id.isBlank() || text.isBlank())
              throw new IllegalArgumentException("expected an object with _id and text");
            if (!judged.containsKey(id)) return; // of the training or development half
            var situation = new EvaluationSituation(id, text, DescribedDeal.NOTHING, null);
            if (situations.putIfAbsent(id, situation) != null)
              throw new IllegalArgumentException("the query " + id + " came before");
          } catch (JacksonException e) {
            problems.add(file + ", line " + number + ": " + e.getOriginalMessage());
          } catch (IllegalArgumentException e) {
            problems.add(file + ", line " + number + ": " + e.getMessage());
          }
        });
    return List.copyOf(situations.values());
  }

  private interface LineReader {
    void read(String line, int number);
  }

  private static void eachLine(Path file, LineReader reader) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      int number = 0;
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) reader.read(line, number);
      }
    } catch (NoSuchFileException e) {
      throw new IOException("there is no file " + file + ": is this a BEIR folder?");
    } catch (CharacterCodingException e) {
      throw new IOException(file + " is not UTF-8 text");
    }
  }
}
