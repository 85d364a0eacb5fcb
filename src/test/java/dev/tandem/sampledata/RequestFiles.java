package dev.tandem.sampledata;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import tools.jackson.databind.json.JsonMapper;

/** Who answers for which kind of content, and what was asked of them, as files. */
final class RequestFiles {
  private static final String[] OWNER_COLUMNS = {"type", "product", "owner"};

  private RequestFiles() {}

  /**
   * @param rules type, product and owner by name, as in sources/owners.yaml
   */
  static String owners(List<Map<String, String>> rules) throws IOException {
    var text = new StringBuilder();
    var format =
        CSVFormat.DEFAULT.builder().setRecordSeparator('\n').setHeader(OWNER_COLUMNS).get();
    try (var rows = new CSVPrinter(text, format)) {
      for (var rule : rules) {
        for (var column : OWNER_COLUMNS) rows.print(rule.get(column));
        rows.println();
      }
    }
    return text.toString();
  }

  /**
   * @param requests with their steps, as in sources/requests.yaml
   */
  static String requests(List<Map<String, Object>> requests) {
    var lines = new StringBuilder();
    for (var request : requests)
      lines.append(JsonMapper.shared().writeValueAsString(request)).append('\n');
    return lines.toString();
  }
}
