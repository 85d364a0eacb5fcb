package dev.tandem.shared.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;

/** Shows a secret this once, to be copied. */
public final class SecretDialog extends Dialog {
  public SecretDialog(String title, String label, String secret, String explanation) {
    super(title);
    setWidth("min(36rem, 96vw)");
    setCloseOnOutsideClick(false);
    setCloseOnEsc(false);
    var field = new TextField(label);
    field.setValue(secret);
    field.setReadOnly(true);
    field.setWidthFull();
    field.addClassName("secret");
    var copy = new Button("Copy", VaadinIcon.COPY_O.create());
    copy.getElement()
        .executeJs(
            "this.addEventListener('click', async () => { const input ="
                + " $0.inputElement; input.focus(); input.select(); try { await"
                + " navigator.clipboard.writeText(input.value); this.textContent = 'Copied'; }"
                + " catch { this.textContent = 'Press Ctrl+C'; } });",
            field.getElement());
    var line = new Div(field, copy);
    line.addClassName("secret-line");
    add(new Paragraph(explanation), line);
    var done = new Button("I have it", click -> close());
    done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    getFooter().add(done);
  }
}
