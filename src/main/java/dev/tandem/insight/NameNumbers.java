package dev.tandem.insight;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The numbers that stand for the names of reps, deals, assets and stages; they never change. */
@Component
class NameNumbers {
  private final JdbcClient jdbc;
  private final Map<String, Integer> numbers = new HashMap<>();
  private String[] names = {};
  private Known known = new Known(Map.of(), names);

  /** All of some moment. */
  static final class Known {
    private final Map<String, Integer> numbers;
    private final String[] names;

    private Known(Map<String, Integer> numbers, String[] names) {
      this.numbers = numbers;
      this.names = names;
    }

    Map<String, Integer> numbers() {
      return numbers;
    }

    String name(int number) {
      return names[number];
    }

    /** Above every number. */
    int end() {
      return names.length;
    }
  }

  NameNumbers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  synchronized Known now() {
    int before = numbers.size();
    jdbc.sql("select name, number from insight_number where number >= :known order by number")
        .param("known", known.end())
        .query(
            row -> {
              int number = row.getInt("number");
              if (number >= names.length)
                names = grown(names, Math.max(number + 1, names.length * 2));
              names[number] = row.getString("name");
              numbers.put(names[number], number);
            });
    if (numbers.size() > before) {
      int end = names.length;
      while (end > 0 && names[end - 1].isEmpty()) end--;
      known =
          new Known(Collections.unmodifiableMap(new HashMap<>(numbers)), Arrays.copyOf(names, end));
    }
    return known;
  }

  /** Numbers that were drawn but given to nobody have the empty name. */
  private static String[] grown(String[] names, int length) {
    var grown = Arrays.copyOf(names, length);
    Arrays.fill(grown, names.length, length, "");
    return grown;
  }
}
