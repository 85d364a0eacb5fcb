package dev.tandem.library.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import dev.tandem.shared.TandemHome;
import dev.tandem.shared.ui.Panel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Takes a whole folder of the server; for administrators. */
final class FolderPanel extends Div {
  private final transient TandemHome home;

  FolderPanel(ImportQueue queue, TandemHome home, String who, Runnable taken) {
    this.home = home;
    var path = new TextField("Folder on the server");
    path.setPlaceholder("/srv/content");
    path.setWidthFull();
    var start =
        new Button(
            "Import folder",
            click -> {
              var problem = objection(path.getValue().strip());
              path.setErrorMessage(problem);
              path.setInvalid(!problem.isEmpty());
              if (!problem.isEmpty()) return;
              queue.submitFolder(who, Path.of(path.getValue().strip()));
              path.clear();
              path.setInvalid(false);
              taken.run();
            });
    start.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    var hint =
        new Paragraph(
            "With all folders inside and its manifest.csv, if there is one. Links and hidden files"
                + " are not followed.");
    hint.addClassName("caption");
    var form = new Div(path, start);
    form.addClassName("stack");
    add(new Panel("Folder", hint, form));
  }

  /** Why this folder is not imported; empty when it is. */
  private String objection(String text) {
    try {
      var path = Path.of(text);
      if (text.isEmpty() || !path.isAbsolute()) return "Give the whole path, from the root.";
      if (!Files.isDirectory(path)) return "There is no such folder on the server.";
      if (!Files.isReadable(path)) return "Tandem may not read this folder.";
      var real = path.toRealPath();
      var data = home.data().toRealPath();
      if (real.startsWith(data) || data.startsWith(real))
        return "This folder holds Tandem's own data; choose one beside it.";
      return "";
    } catch (InvalidPathException | IOException e) {
      return "This is not a folder that can be read.";
    }
  }
}
