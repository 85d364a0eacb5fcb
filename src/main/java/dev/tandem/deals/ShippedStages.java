package dev.tandem.deals;

import dev.tandem.taxonomy.JourneyStage;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;

/** The pipelines that CRMs start with, and where their buyers stand, from sales-stages.csv. */
final class ShippedStages {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  private ShippedStages() {}

  static List<StageMap.Entry> load() {
    var resource =
        Objects.requireNonNull(
            ShippedStages.class.getResourceAsStream("sales-stages.csv"), "sales-stages.csv");
    try (var reader = new InputStreamReader(resource, StandardCharsets.UTF_8);
        var rows = FORMAT.parse(reader)) {
      return rows.stream()
          .map(
              row ->
                  new StageMap.Entry(
                      row.get("crm"),
                      row.get("sales_stage"),
                      row.get("probability").isEmpty()
                          ? null
                          : Integer.valueOf(row.get("probability")),
                      JourneyStage.parse(row.get("journey_stage")).orElseThrow()))
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
