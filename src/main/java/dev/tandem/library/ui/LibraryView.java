package dev.tandem.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.virtuallist.VirtualList;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.Roles;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetEditing;
import dev.tandem.library.AssetFilter;
import dev.tandem.library.AssetListing;
import dev.tandem.library.Assets;
import dev.tandem.library.LifecycleState;
import dev.tandem.shared.Filling;
import dev.tandem.shared.ui.EmptyState;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.PageHeader;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.JourneyStage;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** Everything in the library, filtered; what waits for a marketer comes first to the eye. */
@Route("library")
@PageTitle("Library · Tandem")
@Menu(title = "Library", order = 30, icon = "vaadin:records")
@RolesAllowed({Roles.MARKETER, Roles.ADMINISTRATOR})
class LibraryView extends Div implements AfterNavigationObserver {
  private final transient AssetListing listing;
  private final transient Filling filling;
  private final transient Clock clock;
  private final transient Selection selection;
  private final Div chips = new Div();
  private final Div filters = new Div();
  private final Div content = new Div();
  private transient LibraryState state = new LibraryState(AssetFilter.ALL);

  LibraryView(
      Assets assets,
      AssetListing listing,
      AssetEditing editing,
      CurrentUser currentUser,
      Filling filling,
      Clock clock) {
    this.listing = listing;
    this.filling = filling;
    this.clock = clock;
    this.selection =
        new Selection(assets, listing, editing, currentUser.require().id().value(), this::show);
    addClassNames("view", "library");
    chips.addClassName("state-chips");
    chips.getElement().setAttribute("role", "group");
    chips.getElement().setAttribute("aria-label", "Show only");
    filters.addClassName("library-filters");
    content.addClassName("library-content");
    var bring = new Button("Import", VaadinIcon.UPLOAD.create(), click -> go("import"));
    bring.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add(
        new PageHeader(
            "Library",
            "All content: what state it is in, who looks after it, what to check.",
            bring),
        chips,
        filters,
        content);
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    state = LibraryState.read(event.getLocation().getQueryParameters());
    selection.clear();
    show();
  }

  private static void go(String path) {
    UI.getCurrent().navigate(path);
  }

  private static void go(LibraryState next) {
    UI.getCurrent().navigate("library", next.write());
  }

  private void show() {
    var overview = listing.overview();
    showChips(overview);
    filters.removeAll();
    content.removeAll();
    if (overview.total() == 0 && filling.goesOn()) {
      content.add(EmptyState.filling());
      return;
    }
    if (overview.total() == 0) {
      var bring = new Button("Import content", VaadinIcon.UPLOAD.create(), click -> go("import"));
      bring.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      content.add(
          new EmptyState(
              VaadinIcon.RECORDS,
              "The library is empty",
              "Bring in your files, a folder with its manifest, or links to what lives elsewhere.",
              bring));
      return;
    }
    filters.add(text(), type(), stage(), owner(), order());
    int count = listing.count(state.filter());
    if (count == 0) {
      content.add(
          new EmptyState(
              VaadinIcon.SEARCH,
              "Nothing fits these filters",
              "Take one away, or look at everything.",
              new Button("Show everything", click -> go(new LibraryState(AssetFilter.ALL)))));
      return;
    }
    content.add(selection.bar(state.filter(), count), list(count));
  }

  private void showChips(AssetListing.Overview overview) {
    chips.removeAll();
    var filter = state.filter();
    chips.add(
        chip(
            "All",
            overview.total(),
            filter.state() == null && !filter.toConfirm(),
            state.withState(null)));
    for (var each : LifecycleState.values())
      chips.add(
          chip(
              each.label(),
              overview.byState().getOrDefault(each, 0L),
              filter.state() == each,
              state.withState(each)));
    var confirm =
        chip("Labels to confirm", overview.toConfirm(), filter.toConfirm(), state.withToConfirm());
    confirm.addClassName("state-chip-confirm");
    chips.add(confirm);
  }

  private static Button chip(String name, long count, boolean chosen, LibraryState target) {
    var number = new Span(Formats.count(count));
    number.addClassName("state-chip-count");
    var chip = new Button(new Div(new Span(name), number), click -> go(target));
    chip.addClassName("state-chip");
    chip.setAriaLabel(name + ": " + Formats.count(count));
    chip.getElement().setAttribute("aria-pressed", String.valueOf(chosen));
    if (chosen) chip.addClassName("state-chip-chosen");
    if (count == 0) chip.addClassName("state-chip-none");
    return chip;
  }

  private Component text() {
    var field = new TextField("Find");
    field.setPlaceholder("Title, owner or tag");
    field.setPrefixComponent(VaadinIcon.SEARCH.create());
    field.setClearButtonVisible(true);
    field.setValue(state.filter().text());
    field.setValueChangeMode(ValueChangeMode.ON_CHANGE);
    field.addValueChangeListener(
        change -> {
          if (change.isFromClient()) go(state.withText(change.getValue()));
        });
    field.addClassName("library-find");
    return field;
  }

  private Component type() {
    var field = new ComboBox<ContentType>("Type");
    field.setItems(ContentType.values());
    field.setItemLabelGenerator(ContentType::label);
    field.setPlaceholder("Any");
    field.setClearButtonVisible(true);
    field.setValue(state.filter().type());
    field.addValueChangeListener(
        change -> {
          if (change.isFromClient()) go(state.withType(change.getValue()));
        });
    return field;
  }

  private Component stage() {
    var field = new Select<JourneyStage>();
    field.setLabel("Stage");
    field.setItems(JourneyStage.values());
    field.setItemLabelGenerator(stage -> stage == null ? "Any" : stage.label());
    field.setEmptySelectionAllowed(true);
    field.setEmptySelectionCaption("Any");
    field.setPlaceholder("Any");
    field.setValue(state.filter().stage());
    field.addValueChangeListener(
        change -> {
          if (change.isFromClient()) go(state.withStage(change.getValue()));
        });
    return field;
  }

  private Component owner() {
    var field = new ComboBox<String>("Owner");
    field.setItems(listing.owners());
    field.setPlaceholder("Anyone");
    field.setClearButtonVisible(true);
    field.setValue(state.filter().owner());
    field.addValueChangeListener(
        change -> {
          if (change.isFromClient()) go(state.withOwner(change.getValue()));
        });
    return field;
  }

  private Component order() {
    var field = new Select<AssetFilter.Order>();
    field.setLabel("Order");
    field.setItems(AssetFilter.Order.values());
    field.setItemLabelGenerator(
        order ->
            switch (order) {
              case TITLE -> "Title";
              case CHANGED -> "Newest change";
              case REVIEW -> "Review date";
            });
    field.setValue(state.filter().order());
    field.addValueChangeListener(
        change -> {
          if (change.isFromClient()) go(state.withOrder(change.getValue()));
        });
    return field;
  }

  private Component list(int count) {
    var filter = state.filter();
    var list = new VirtualList<Asset>();
    list.addClassName("library-list");
    list.setDataProvider(
        DataProvider.fromCallbacks(
            query -> listing.page(filter, query.getOffset(), query.getLimit()).stream(),
            query -> count));
    list.setRenderer(new ComponentRenderer<>(asset -> new LibraryRow(asset, selection, clock)));
    list.setItemAccessibleNameGenerator(asset -> asset.title().value());
    return list;
  }
}
