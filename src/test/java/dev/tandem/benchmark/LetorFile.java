package dev.tandem.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Judged queries in the format of LETOR and SVMrank, a line a document: {@code grade qid:ID 1:VALUE
 * 2:VALUE … # comment}. Features that a line leaves out are 0.
 *
 * @param width the highest feature number
 */
record LetorFile(int width, List<Query> queries, List<String> problems) {

  /**
   * @param grades 0 to 4
   */
  record Query(String id, double[][] rows, int[] grades) {}

  private record Document(int grade, Map<Integer, Double> features) {}

  /** Lines that cannot be read are told with their number and left out. */
  static LetorFile read(Path file) {
    try (var lines = Files.lines(file)) {
      return parse(lines.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static LetorFile parse(List<String> lines) {
    var documents = new LinkedHashMap<String, List<Document>>();
    var problems = new ArrayList<String>();
    int width = 0;
    for (int i = 0; i < lines.size(); i++) {
      var text = lines.get(i);
      int comment = text.indexOf('#');
      var line = (comment < 0 ? text : text.substring(0, comment)).strip();
      if (line.isEmpty()) continue;
      try {
        var words = List.of(line.split("\\s+"));
        if (words.size() < 2 || !words.get(1).startsWith("qid:"))
          throw new IllegalArgumentException("the second word must be qid:ID");
        int grade = Integer.parseInt(words.getFirst());
        if (grade < 0 || grade > 4)
          throw new IllegalArgumentException("grades go from 0 to 4: " + grade);
        var features = new LinkedHashMap<Integer, Double>();
        for (var word : words.subList(2, words.size())) {
          int colon = word.indexOf(':');
          if (colon < 1) throw new IllegalArgumentException("not NUMBER:VALUE: " + word);
          int number = Integer.parseInt(word.substring(0, colon));
          double value = Double.parseDouble(word.substring(colon + 1));
          if (number < 1 || number > 10_000 || !Double.isFinite(value))
            throw new IllegalArgumentException("not a feature: " + word);
          features.put(number, value);
        }
        for (int number : features.keySet()) width = Math.max(width, number);
        documents
            .computeIfAbsent(words.get(1).substring(4), none -> new ArrayList<>())
            .add(new Document(grade, features));
      } catch (IllegalArgumentException e) {
        problems.add("line " + (i + 1) + ": " + e.getMessage());
      }
    }
    var queries = new ArrayList<Query>();
    for (var entry : documents.entrySet())
      queries.add(query(entry.getKey(), entry.getValue(), width));
    return new LetorFile(width, List.copyOf(queries), List.copyOf(problems));
  }

  private static Query query(String id, List<Document> documents, int width) {
    var rows = new double[documents.size()][width];
    var grades = new int[documents.size()];
    for (int i = 0; i < rows.length; i++) {
      grades[i] = documents.get(i).grade();
      for (var feature : documents.get(i).features().entrySet())
        rows[i][feature.getKey() - 1] = feature.getValue();
    }
    return new Query(id, rows, grades);
  }

  /** The same with every feature between 0 and 1 within each query, as LETOR itself does it. */
  LetorFile scaled() {
    return new LetorFile(width, queries.stream().map(LetorFile::scaled).toList(), problems);
  }

  private static Query scaled(Query query) {
    var rows = new double[query.rows().length][];
    for (int i = 0; i < rows.length; i++) rows[i] = query.rows()[i].clone();
    for (int feature = 0; rows.length > 0 && feature < rows[0].length; feature++) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (var row : rows) {
        low = Math.min(low, row[feature]);
        high = Math.max(high, row[feature]);
      }
      for (var row : rows) row[feature] = high > low ? (row[feature] - low) / (high - low) : 0;
    }
    return new Query(query.id(), rows, query.grades());
  }
}
