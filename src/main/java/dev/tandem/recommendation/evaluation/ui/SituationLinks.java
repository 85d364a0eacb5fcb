package dev.tandem.recommendation.evaluation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import dev.tandem.recommendation.evaluation.JudgedSituations;
import dev.tandem.recommendation.evaluation.SituationFiles;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Situations and grades as the files that the command line measures by. */
final class SituationLinks {
  private SituationLinks() {}

  static Component[] of(JudgedSituations situations) {
    return new Component[] {
      link("Situations", "situations.jsonl", () -> SituationFiles.situations(situations.all())),
      link("Grades", "qrels.txt", () -> SituationFiles.qrels(situations.judgments()))
    };
  }

  private static Anchor link(String label, String file, Supplier<String> content) {
    var link =
        new Anchor(
            DownloadHandler.fromInputStream(
                request -> {
                  var bytes = content.get().getBytes(StandardCharsets.UTF_8);
                  return new DownloadResponse(
                      new ByteArrayInputStream(bytes),
                      file,
                      "text/plain;charset=UTF-8",
                      bytes.length);
                }),
            label);
    link.addClassNames("button-link", "download-link");
    link.setTitle("Download " + file);
    link.addComponentAsFirst(VaadinIcon.DOWNLOAD_ALT.create());
    return link;
  }
}
