package dev.tandem.insight.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import dev.tandem.insight.PerformanceCsv;
import dev.tandem.insight.PerformanceQuery;
import dev.tandem.insight.PerformanceRow;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The rows of a report as a file. */
final class CsvLink extends Anchor {
  CsvLink(PerformanceQuery query, List<PerformanceRow> rows) {
    super(
        DownloadHandler.fromInputStream(
            request -> {
              var csv = new StringWriter();
              PerformanceCsv.write(csv, query, rows);
              var bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
              return new DownloadResponse(
                  new ByteArrayInputStream(bytes),
                  "content-performance.csv",
                  "text/csv;charset=UTF-8",
                  bytes.length);
            }),
        "Download CSV");
    addClassNames("button-link", "download-link");
    addComponentAsFirst(VaadinIcon.DOWNLOAD_ALT.create());
  }
}
