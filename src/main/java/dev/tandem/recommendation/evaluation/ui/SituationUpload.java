package dev.tandem.recommendation.evaluation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import dev.tandem.identity.UserId;
import dev.tandem.learning.Judgments;
import dev.tandem.recommendation.evaluation.JudgedSituations;
import dev.tandem.recommendation.evaluation.SituationFile;
import dev.tandem.shared.ui.Formats;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.springframework.dao.DataAccessException;

/** Takes situations and grades as files; what is wrong is said, and nothing of that file kept. */
final class SituationUpload extends Dialog {
  private static final int MOST_BYTES = 10 << 20;
  private static final int MOST_PROBLEMS = 5;
  private static final int POLL_MILLIS = 400;

  private final transient JudgedSituations situations;
  private final transient UserId self;

  SituationUpload(JudgedSituations situations, UserId self, Runnable closed) {
    super("Situations and grades from files");
    this.situations = situations;
    this.self = self;
    setWidth("min(36rem, 96vw)");
    var said = new Div();
    said.addClassName("upload-said");
    said.getElement().setAttribute("role", "status");
    var upload =
        new Upload(
            event -> {
              var ui = event.getUI();
              String line;
              try (var content = event.getInputStream()) {
                line = event.getFileName() + ": " + take(event.getFileName(), content);
              } catch (IOException | IllegalArgumentException | DataAccessException e) {
                line = event.getFileName() + ": not taken, " + e.getMessage();
              }
              var text = line;
              ui.access(() -> said.add(new Paragraph(text)));
            });
    upload.setAcceptedFileExtensions(".jsonl", ".txt", ".qrels");
    upload.setMaxFileSize(MOST_BYTES);
    upload.setUploadButton(new Button("Choose files"));
    upload.addAllFinishedListener(finished -> upload.clearFileList());
    upload.setWidthFull();
    var hint =
        new Paragraph(
            "First the situations (.jsonl, one JSON object a line), then the grades (.txt, lines of"
                + " “situation 0 asset grade”), as the command line reads them. A situation with"
                + " the same id is replaced.");
    hint.addClassName("caption");
    add(hint, upload, said);
    getFooter().add(new Button("Close", click -> close()));
    addOpenedChangeListener(
        change -> {
          getUI().ifPresent(ui -> ui.setPollInterval(change.isOpened() ? POLL_MILLIS : -1));
          if (!change.isOpened()) closed.run();
        });
  }

  private String take(String name, InputStream content) throws IOException {
    var file = Files.createTempFile("tandem-situations", ".txt");
    try {
      Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
      return name.endsWith(".jsonl") ? situations(file) : grades(file);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private String situations(Path file) throws IOException {
    var read = SituationFile.read(file);
    if (!read.problems().isEmpty())
      throw new IllegalArgumentException(
          String.join("; ", read.problems().stream().limit(MOST_PROBLEMS).toList()));
    read.situations().forEach(each -> situations.save(each, self));
    var taken = Formats.count(read.situations().size(), "situation", "situations") + " taken";
    return read.unknownKeys().isEmpty()
        ? taken
        : taken + "; passed over: " + String.join("; ", some(read.unknownKeys()));
  }

  private static List<String> some(List<String> lines) {
    return lines.stream().limit(MOST_PROBLEMS).toList();
  }

  private String grades(Path file) throws IOException {
    var read = Judgments.parse(SituationFile.Lines.of(file));
    int taken = 0, unknown = 0;
    for (var each : read.grades().entrySet()) {
      if (situations.find(each.getKey()).isEmpty()) {
        unknown++;
        continue;
      }
      situations.judge(each.getKey(), each.getValue(), self);
      taken += each.getValue().size();
    }
    return Formats.count(taken, "grade", "grades")
        + " taken"
        + (unknown == 0
            ? ""
            : "; %s passed over that nobody wrote"
                .formatted(Formats.count(unknown, "situation", "situations")));
  }
}
