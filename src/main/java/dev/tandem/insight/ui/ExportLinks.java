package dev.tandem.insight.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import dev.tandem.insight.ReportCsv;
import dev.tandem.insight.ReportTable;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** A table as files: CSV and JSON. */
final class ExportLinks extends Span {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  ExportLinks(Supplier<ReportTable> table) {
    this("", table);
  }

  /**
   * @param what is in it, where a place has several; may be empty
   */
  ExportLinks(String what, Supplier<ReportTable> table) {
    addClassName("export-links");
    var of = what.isEmpty() ? "" : " (" + what + ")";
    add(
        link("CSV" + of, "text/csv;charset=UTF-8", ".csv", table, ReportCsv::of),
        link(
            "JSON" + of,
            "application/json",
            ".json",
            table,
            made -> JSON.writeValueAsString(made.named())));
  }

  private static Anchor link(
      String name,
      String mediaType,
      String extension,
      Supplier<ReportTable> table,
      java.util.function.Function<ReportTable, String> format) {
    var link =
        new Anchor(
            DownloadHandler.fromInputStream(
                request -> {
                  var made = table.get();
                  var bytes = format.apply(made).getBytes(StandardCharsets.UTF_8);
                  return new DownloadResponse(
                      new ByteArrayInputStream(bytes),
                      made.name() + extension,
                      mediaType,
                      bytes.length);
                }),
            name);
    link.addClassNames("button-link", "download-link");
    link.getElement().setAttribute("aria-label", "Download as " + name);
    link.addComponentAsFirst(VaadinIcon.DOWNLOAD_ALT.create());
    return link;
  }
}
