package dev.tandem.recommendation.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.tandem.deals.Opportunities;
import dev.tandem.identity.Role;
import dev.tandem.identity.Users;
import dev.tandem.library.AssetListing;
import dev.tandem.shared.ui.Panel;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.Taxonomy;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a new installation still lacks before it can suggest anything, in the order to bring it. */
@Component
class FirstSteps {
  private final AssetListing listing;
  private final Taxonomy taxonomy;
  private final Opportunities opportunities;
  private final Users users;

  FirstSteps(AssetListing listing, Taxonomy taxonomy, Opportunities opportunities, Users users) {
    this.listing = listing;
    this.taxonomy = taxonomy;
    this.opportunities = opportunities;
    this.users = users;
  }

  private record Step(boolean done, String path, String name, String why) {}

  /** The panel for this role; nothing once all is there. */
  List<Panel> panel(Role role) {
    var steps = steps(role);
    long done = steps.stream().filter(Step::done).count();
    if (done == steps.size()) return List.of();
    var list = new OrderedList();
    list.addClassName("first-steps");
    steps.forEach(step -> list.add(row(step)));
    return List.of(
        new Panel("First steps", list).withCaption(done + " of " + steps.size() + " done"));
  }

  private List<Step> steps(Role role) {
    var steps = new ArrayList<Step>();
    steps.add(
        new Step(
            listing.overview().total() > 0,
            "import",
            "Bring in content",
            "Files, a folder or links. Tandem reads them and guesses what they are for."));
    steps.add(
        new Step(
            !taxonomy.terms(Dimension.PRODUCT).isEmpty(),
            "settings/vocabulary?of=" + Dimension.PRODUCT.id(),
            "Name your products and competitors",
            "By these words content and deals find each other."));
    steps.add(
        new Step(
            opportunities.countByOutcome().values().stream().anyMatch(count -> count > 0),
            "deals",
            "Bring in deals",
            "A CSV from your CRM, or the CRM itself. Each deal then has its suggestions."));
    if (role == Role.ADMINISTRATOR)
      steps.add(
          new Step(
              users.all().size() > 1,
              "settings/users",
              "Invite people",
              "Reps see their deals, marketers the library and what is used."));
    return steps;
  }

  private static ListItem row(Step step) {
    var mark = (step.done() ? VaadinIcon.CHECK_CIRCLE : VaadinIcon.CIRCLE_THIN).create();
    mark.getElement().setAttribute("aria-hidden", "true");
    var link = new Anchor(step.path(), step.name());
    link.setRouterIgnore(false);
    link.addClassName("grid-link");
    var why = new Span(step.done() ? "done" : step.why());
    why.addClassName("caption");
    var item = new ListItem(mark, new Div(link, why));
    if (step.done()) item.addClassName("first-step-done");
    return item;
  }
}
