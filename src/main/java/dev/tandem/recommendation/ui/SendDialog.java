package dev.tandem.recommendation.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.tandem.library.Asset;
import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** Gives an asset to a buyer: by a link to paste anywhere, or by an e-mail that is ready to go. */
final class SendDialog extends Dialog {
  private final TextField subject = new TextField("Subject");
  private final TextArea text = new TextArea("Text");
  private final Anchor mail = new Anchor();

  /**
   * @param address the link as the buyer gets it
   * @param sent what to do once it is on its way
   */
  SendDialog(Asset asset, BuyerLink link, String address, String sender, Runnable sent) {
    super("Send to the buyer");
    setWidth("min(38rem, 96vw)");
    addClassName("send-dialog");
    var shown = new TextField("Link");
    shown.setValue(address);
    shown.setReadOnly(true);
    shown.setWidthFull();
    shown.setHelperText(
        link.ours()
            ? "Opens without sign-in. You will see here whether the buyer looked at it."
            : "The asset's public address; visits there are not seen by Tandem.");
    subject.setValue(asset.title().value());
    subject.setWidthFull();
    text.setValue(letter(asset, address, sender));
    text.setWidthFull();
    text.setMinRows(6);
    subject.setValueChangeMode(ValueChangeMode.ON_BLUR);
    text.setValueChangeMode(ValueChangeMode.ON_BLUR);
    subject.addValueChangeListener(change -> writeMail());
    text.addValueChangeListener(change -> writeMail());
    var title = new Paragraph(asset.title().value());
    title.addClassName("send-title");
    add(title, shown, subject, text);

    var copy =
        new Button(
            "Copy link, mark as sent",
            VaadinIcon.COPY_O.create(),
            click -> {
              close();
              sent.run();
            });
    copy.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    copy.addClassName("send-copy");
    copy.getElement().setAttribute("data-copy", address);
    copy.getElement()
        .executeJs("this.addEventListener('click', () => window.tandemCopy(this.dataset.copy))");
    copy.addClickShortcut(Key.ENTER, com.vaadin.flow.component.KeyModifier.CONTROL);
    mail.setText("Open in e-mail");
    mail.addClassName("button-link");
    mail.addComponentAsFirst(VaadinIcon.ENVELOPE_O.create());
    mail.setRouterIgnore(true);
    mail.getElement()
        .addEventListener(
            "click",
            click -> {
              close();
              sent.run();
            });
    writeMail();
    getFooter().add(new Button("Cancel", click -> close()), mail, copy);
    addOpenedChangeListener(
        change -> {
          if (change.isOpened()) copy.focus();
        });
  }

  private void writeMail() {
    mail.getElement()
        .setAttribute(
            "href",
            "mailto:?subject=" + encoded(subject.getValue()) + "&body=" + encoded(text.getValue()));
  }

  private static String encoded(String words) {
    return UriUtils.encode(
        words.replace("\r\n", "\n").replace("\n", "\r\n"), StandardCharsets.UTF_8);
  }

  private static String letter(Asset asset, String address, String sender) {
    var about = asset.description().value().strip();
    return "Hello,\n\nthis may help with what we spoke about: "
        + asset.title().value()
        + (about.isEmpty() || about.length() > 400 ? "." : ".\n" + about)
        + "\n\n"
        + address
        + "\n\nBest regards\n"
        + sender;
  }
}
