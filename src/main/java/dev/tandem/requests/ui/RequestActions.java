package dev.tandem.requests.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import dev.tandem.identity.Account;
import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.Role;
import dev.tandem.identity.Users;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetFilter;
import dev.tandem.library.AssetListing;
import dev.tandem.requests.ContentRequest;
import dev.tandem.requests.ContentRequests;
import dev.tandem.requests.MoveOutcome;
import dev.tandem.requests.RequestFilter;
import dev.tandem.requests.RequestMove;
import dev.tandem.requests.RequestState;
import dev.tandem.shared.ui.DayField;
import dev.tandem.shared.ui.Notices;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/** What a marketer can do with a request. */
@Service
class RequestActions {
  private final ContentRequests requests;
  private final AssetListing listing;
  private final Users users;
  private final CurrentUser currentUser;
  private final Clock clock;

  RequestActions(
      ContentRequests requests,
      AssetListing listing,
      Users users,
      CurrentUser currentUser,
      Clock clock) {
    this.requests = requests;
    this.listing = listing;
    this.users = users;
    this.currentUser = currentUser;
    this.clock = clock;
  }

  /** The moves that its state allows, the usual next one first. */
  Component[] of(ContentRequest request, Consumer<ContentRequest> done) {
    var actions = new ArrayList<Component>();
    var state = request.state();
    if (state == RequestState.ASKED)
      actions.add(primary("Accept", VaadinIcon.CHECK, () -> accept(request, done)));
    if (state == RequestState.ACCEPTED)
      actions.add(
          primary(
              "Begin",
              VaadinIcon.PLAY,
              () -> move(request, new RequestMove.Start(), "Work began.", done)));
    if (request.isOpen()) {
      var deliver = button("Deliver", VaadinIcon.PACKAGE, () -> deliver(request, done));
      if (state == RequestState.IN_WORK) deliver.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      actions.add(deliver);
      actions.add(button("Decline", VaadinIcon.BAN, () -> decline(request, done)));
      actions.add(button("Merge", VaadinIcon.CONNECT_O, () -> merge(request, done)));
    } else if (state != RequestState.MERGED)
      actions.add(
          button(
              "Open again",
              VaadinIcon.ROTATE_LEFT,
              () -> move(request, new RequestMove.Reopen(), "Open again.", done)));
    if (state != RequestState.MERGED)
      actions.add(button("Owner", VaadinIcon.USER, () -> assign(request, done)));
    return actions.toArray(Component[]::new);
  }

  Button deliverButton(ContentRequest request, Asset asset, Consumer<ContentRequest> done) {
    var button =
        new Button(
            "This is it",
            click ->
                move(
                    request,
                    new RequestMove.Deliver(asset.id()),
                    "Delivered; everyone who asked is told.",
                    done));
    button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
    button.setAriaLabel("This is it: " + asset.title().value());
    return button;
  }

  private static Button button(String words, VaadinIcon icon, Runnable act) {
    return new Button(words, icon.create(), click -> act.run());
  }

  private static Button primary(String words, VaadinIcon icon, Runnable act) {
    var button = button(words, icon, act);
    button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    return button;
  }

  private boolean move(
      ContentRequest request, RequestMove move, String said, Consumer<ContentRequest> done) {
    return switch (requests.move(request.id(), move, currentUser.require().id())) {
      case MoveOutcome.Done(var after) -> {
        Notices.done(said);
        done.accept(after);
        yield true;
      }
      case MoveOutcome.NotFound _ -> {
        Notices.failed("This request is not here any more.");
        yield false;
      }
      case MoveOutcome.Refused(var reason) -> {
        Notices.failed(reason);
        yield false;
      }
    };
  }

  private void accept(ContentRequest request, Consumer<ContentRequest> done) {
    var due = new DayField("Due on");
    due.setValue(request.promise().dueOn());
    due.setMin(LocalDate.now(clock));
    due.setHelperText("By the service level; name another day if you have to.");
    due.setWidthFull();
    dialog(
        "Accept this request",
        "Accept",
        due,
        () -> {
          var day = due.getValue();
          // words that are no day arrive as no value, like an emptied field
          if (day == null || day.isBefore(LocalDate.now(clock))) {
            due.setErrorMessage("A day from today on.");
            due.setInvalid(true);
            return false;
          }
          boolean usual = day.equals(request.promise().dueOn());
          return move(
              request,
              new RequestMove.Accept(usual ? null : day),
              "Accepted; they are told.",
              done);
        });
  }

  private void decline(ContentRequest request, Consumer<ContentRequest> done) {
    var reason = new TextArea("Why not?");
    reason.setMaxLength(2_000);
    reason.setWidthFull();
    reason.setHelperText("Everyone who asked gets to read it.");
    dialog(
        "Decline this request",
        "Decline",
        reason,
        () -> {
          if (reason.getValue().isBlank()) {
            reason.setErrorMessage("A reason is owed to those who asked.");
            reason.setInvalid(true);
            return false;
          }
          return move(
              request,
              new RequestMove.Decline(reason.getValue()),
              "Declined; they are told why.",
              done);
        });
  }

  private void deliver(ContentRequest request, Consumer<ContentRequest> done) {
    var asset = new ComboBox<Asset>("Which asset of the library is it?");
    asset.setWidthFull();
    asset.setItemLabelGenerator(each -> each.title().value());
    asset.setItems(
        query ->
            listing
                .page(filter(query.getFilter().orElse("")), query.getOffset(), query.getLimit())
                .stream());
    asset.setHelperText("New content comes in by Import; it can be chosen here then.");
    dialog(
        "Deliver",
        "Deliver",
        asset,
        () -> {
          var chosen = asset.getValue();
          if (chosen == null) {
            asset.setErrorMessage("Please choose the asset.");
            asset.setInvalid(true);
            return false;
          }
          return move(
              request,
              new RequestMove.Deliver(chosen.id()),
              "Delivered; everyone who asked is told.",
              done);
        });
  }

  /** What changed last is most likely what was made for it. */
  private static AssetFilter filter(String words) {
    return new AssetFilter(null, null, null, null, false, words, AssetFilter.Order.CHANGED);
  }

  private void merge(ContentRequest request, Consumer<ContentRequest> done) {
    var into = new ComboBox<ContentRequest>("Which request is the same?");
    into.setWidthFull();
    into.setItemLabelGenerator(each -> "#" + each.id() + " " + each.wish().need());
    into.setItems(
        requests.list(RequestFilter.ALL).stream()
            .filter(each -> each.id() != request.id())
            .toList());
    dialog(
        "Merge",
        "Merge",
        into,
        () -> {
          var chosen = into.getValue();
          if (chosen == null) {
            into.setErrorMessage("Please choose a request.");
            into.setInvalid(true);
            return false;
          }
          return move(
              request,
              new RequestMove.Merge(chosen.id()),
              "Merged; all who asked are kept informed.",
              done);
        });
  }

  private void assign(ContentRequest request, Consumer<ContentRequest> done) {
    var owner = new ComboBox<Account>("Who answers for it?");
    owner.setWidthFull();
    owner.setItemLabelGenerator(each -> each.user().displayName());
    owner.setItems(
        users.all().stream()
            .filter(each -> each.user().role() != Role.REP && !each.disabled())
            .toList());
    owner.setClearButtonVisible(true);
    var now = request.owner();
    if (now != null) users.find(now).ifPresent(owner::setValue);
    dialog(
        "Owner of this request",
        "Set owner",
        owner,
        () -> {
          var chosen = owner.getValue();
          return move(
              request,
              new RequestMove.Assign(chosen == null ? null : chosen.user().id()),
              "Owner set.",
              done);
        });
  }

  private static void dialog(
      String title, String action, Component field, java.util.function.BooleanSupplier act) {
    var dialog = new Dialog(title);
    dialog.addClassName("ask-dialog");
    dialog.setWidth("min(34rem, 96vw)");
    dialog.add(field);
    var go = new Button(action);
    go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    go.addClickListener(
        click -> {
          if (act.getAsBoolean()) dialog.close();
        });
    dialog.getFooter().add(new Button("Cancel", click -> dialog.close()), go);
    dialog.open();
  }
}
