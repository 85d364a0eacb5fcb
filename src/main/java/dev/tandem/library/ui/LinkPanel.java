package dev.tandem.library.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import dev.tandem.library.WebAddress;
import dev.tandem.library.intake.IncomingFile;
import dev.tandem.shared.ui.Panel;

/** Takes a link to content that lives elsewhere. */
final class LinkPanel extends Div {
  LinkPanel(ImportQueue queue, ImportDetails details, String who, Runnable taken) {
    var url = new TextField("Address");
    url.setPlaceholder("https://");
    url.setWidthFull();
    url.setMaxLength(2_000);
    var title = new TextField("Title");
    title.setWidthFull();
    title.setMaxLength(500);
    var save =
        new Button(
            "Add link",
            click -> {
              var address = url.getValue().strip();
              url.setInvalid(!WebAddress.isOne(address));
              title.setInvalid(title.getValue().isBlank());
              url.setErrorMessage("A full address that starts with https:// or http://");
              title.setErrorMessage("Give it the title that reps shall see.");
              if (url.isInvalid() || title.isInvalid()) return;
              var given = details.read(title.getValue().strip(), address);
              queue.submit(who, title.getValue().strip(), IncomingFile.link(null, given, who));
              url.clear();
              title.clear();
              url.setInvalid(false);
              title.setInvalid(false);
              taken.run();
            });
    save.addClickShortcut(Key.ENTER).listenOn(url, title);
    var hint =
        new Paragraph(
            "For videos, calculators and pages that live elsewhere. What is filled in"
                + " beside the files holds for the link, too.");
    hint.addClassName("caption");
    var form = new Div(url, title, save);
    form.addClassName("stack");
    add(new Panel("Link", hint, form));
  }
}
