package dev.tandem.deals.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tandem.shared.ui.Notices;
import dev.tandem.shared.ui.PageHeader;
import dev.tandem.shared.ui.Panel;
import jakarta.annotation.security.PermitAll;

/** A deal that is not in the CRM, or not yet. */
@Route("deals/new")
@PageTitle("New deal · Tandem")
@PermitAll
class NewDealView extends Div {

  NewDealView(DealEditor editor) {
    addClassNames("view", "narrow-view");
    var form = editor.form(null);
    var save =
        new Button(
            "Add deal",
            click ->
                editor
                    .save(form, true)
                    .ifPresent(
                        deal -> {
                          Notices.done(DealWords.heading(deal) + " was added.");
                          UI.getCurrent().navigate(DealWords.path(deal.id()));
                        }));
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    var cancel = new Button("Cancel", click -> UI.getCurrent().navigate("deals"));
    var bar = new Div(cancel, save);
    bar.addClassName("form-actions");
    add(
        new PageHeader(
            "New deal",
            "The more is known of the buyer, the better the recommendations; only the name is"
                + " required."),
        new Panel("What is known", form, bar));
  }
}
