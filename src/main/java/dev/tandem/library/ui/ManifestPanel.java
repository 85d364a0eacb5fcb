package dev.tandem.library.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import dev.tandem.library.intake.IncomingFile;
import dev.tandem.library.manifest.AssetManifest;
import dev.tandem.library.manifest.ManifestRow;
import dev.tandem.shared.ui.Panel;
import java.io.IOException;
import java.util.Currency;
import java.util.List;

/** Takes a manifest: its links at once, its other rows when their files come. */
final class ManifestPanel extends Div {
  private final transient ImportQueue queue;
  private final transient ManifestRows manifestRows;
  private final String who;

  ManifestPanel(
      ImportQueue queue,
      Uploads uploads,
      ManifestRows manifestRows,
      Currency currency,
      String who) {
    this.queue = queue;
    this.manifestRows = manifestRows;
    this.who = who;
    var state = new Paragraph();
    state.addClassName("caption");
    state.getElement().setAttribute("role", "status");
    var upload =
        new Upload(
            event -> {
              var ui = event.getUI();
              String said;
              try (var content = event.getInputStream()) {
                var file = queue.keep(content, event.getFileName());
                try {
                  said = takeManifest(AssetManifest.read(file, currency));
                } finally {
                  uploads.remove(file);
                }
              } catch (IOException failed) {
                said = "Not taken: " + failed.getMessage();
              }
              var text = said;
              ui.access(() -> state.setText(text));
            });
    upload.setMaxFiles(1);
    upload.setAcceptedFileExtensions(".csv");
    upload.setUploadButton(new Button("Choose manifest"));
    upload.addAllFinishedListener(finished -> upload.clearFileList());
    upload.setWidthFull();
    var hint =
        new Paragraph(
            "A CSV that says what is known about many files. First the manifest, then its files:"
                + " each takes its row by its name.");
    hint.addClassName("caption");
    add(new Panel("Manifest", hint, upload, state));
  }

  private String takeManifest(AssetManifest manifest) {
    List<ManifestRow> links = manifestRows.add(manifest);
    for (var row : links) {
      var given = row.values();
      var name = given.title() == null ? String.valueOf(given.url()) : given.title();
      queue.submit(who, name, IncomingFile.link(row.id(), given, who));
    }
    var text =
        manifest.rows().size()
            + " rows read: "
            + links.size()
            + " links taken, "
            + manifestRows.waiting()
            + " files awaited.";
    return manifest.problems().isEmpty()
        ? text
        : text + " Not understood: " + ManifestRows.words(manifest.problems());
  }
}
