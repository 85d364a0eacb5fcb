package dev.tandem.library.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import dev.tandem.library.Asset;
import dev.tandem.library.intake.IncomingFile;
import dev.tandem.library.intake.IngestionOutcome;
import dev.tandem.library.manifest.GivenValues;
import dev.tandem.shared.ui.Notices;
import java.io.IOException;

/** Takes a changed file as the next version of the same asset. */
final class NewVersionDialog extends Dialog {
  private static final int POLL_MILLIS = 700;

  private final AssetView view;
  private final Asset asset;
  private final ImportQueue queue;
  private final String who;
  private final Span state = new Span();

  NewVersionDialog(AssetView view, Asset asset, ImportQueue queue, String who) {
    super("A new version of “" + asset.title().value() + "”");
    this.view = view;
    this.asset = asset;
    this.queue = queue;
    this.who = who;
    setWidth("min(34rem, 96vw)");
    var upload = new Upload(this::receive);
    upload.setMaxFiles(1);
    upload.setWidthFull();
    state.getElement().setAttribute("role", "status");
    add(
        new Paragraph(
            "Its history, its numbers and everything people decided about it stay; guesses are"
                + " made anew from the new text."),
        upload,
        state);
    getFooter().add(new Button("Close", click -> close()));
    addOpenedChangeListener(
        change -> UI.getCurrent().setPollInterval(change.isOpened() ? POLL_MILLIS : -1));
  }

  private void receive(UploadEvent event) throws IOException {
    var ui = event.getUI();
    IngestionOutcome outcome;
    try (var content = event.getInputStream()) {
      var file = queue.keep(content, event.getFileName());
      ui.access(() -> state.setText("Reading the file …"));
      outcome =
          queue.ingestNow(
              IncomingFile.upload(file, event.getFileName(), asset.id(), GivenValues.NONE, who));
    } catch (Uploads.TooLarge tooLarge) {
      outcome = new IngestionOutcome.Rejected(String.valueOf(tooLarge.getMessage()));
    }
    var ended = outcome;
    ui.access(() -> show(ended));
  }

  private void show(IngestionOutcome outcome) {
    switch (outcome) {
      case IngestionOutcome.Updated updated -> {
        close();
        view.reload(asset.id());
        Notices.done("The new version is in force.");
      }
      case IngestionOutcome.Unchanged same ->
          state.setText("This is the very file that is in force already; nothing changed.");
      case IngestionOutcome.Published other -> {
        close();
        view.reload(asset.id());
      }
      case IngestionOutcome.Duplicate twin ->
          state.setText("This file is in the library already, as “" + twin.existing() + "”.");
      case IngestionOutcome.Rejected rejected -> state.setText("Not taken: " + rejected.reason());
    }
  }
}
