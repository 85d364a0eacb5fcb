package dev.tandem.recommendation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.tandem.identity.UserId;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetFilter;
import dev.tandem.library.AssetListing;
import dev.tandem.library.LifecycleState;
import dev.tandem.library.ui.AssetBadges;
import dev.tandem.requests.ContentRequest;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Panel;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Where a marketer's day begins: what waits in the library, and the ways to the tools. */
final class MarketersDesk extends Div {
  private static final int NEWEST = 6;
  private static final AssetFilter NEWEST_FIRST =
      new AssetFilter(null, null, null, null, false, "", AssetFilter.Order.CHANGED);

  /**
   * @param requests that are open
   */
  MarketersDesk(
      AssetListing listing, List<ContentRequest> requests, UserId person, LocalDate today) {
    addClassName("marketers-desk");
    var library = listing.overview();
    // in an empty library the first steps say what to do
    if (library.total() > 0) add(waiting(library, asked(requests, person, today)));
    add(tools());
    var newest = listing.page(NEWEST_FIRST, 0, NEWEST);
    if (!newest.isEmpty()) add(new Panel("Changed last", list(newest, today)));
  }

  private static Component list(List<Asset> assets, LocalDate today) {
    var list = new UnorderedList();
    list.addClassNames("sent-list", "newest-list");
    for (var asset : assets) {
      var link = new Anchor("library/" + asset.id().value(), asset.title().value());
      link.setRouterIgnore(false);
      link.addClassName("grid-link");
      var badges = new Div();
      badges.addClassName("badges");
      AssetBadges.of(asset).forEach(badges::add);
      var day = LocalDate.ofInstant(asset.changedAt(), ZoneId.systemDefault());
      list.add(new ListItem(link, span("changed " + Formats.ago(day, today), "caption"), badges));
    }
    return list;
  }

  private static Component asked(List<ContentRequest> open, UserId person, LocalDate today) {
    long own = open.stream().filter(each -> person.equals(each.owner())).count();
    long late = open.stream().filter(each -> each.isLate(today)).count();
    return tile(
        open.size(),
        "Open requests",
        Formats.count(own) + " given to you, " + Formats.count(late) + " late",
        own > 0 ? "requests?mine" : "requests");
  }

  private static Component waiting(AssetListing.Overview library, Component asked) {
    var tiles =
        new Div(
            asked,
            tile(
                library.toConfirm(),
                "Labels to confirm",
                "guessed from the text",
                "library?confirm=yes"),
            tile(library, LifecycleState.DUE_FOR_REVIEW, "still offered to reps"),
            tile(library, LifecycleState.EXPIRED, "not offered any more"),
            tile(library, LifecycleState.DRAFT, "not offered yet"));
    tiles.addClassName("stats");
    return new Panel("Waiting for you", tiles)
        .withCaption(Formats.count(library.total(), "asset", "assets") + " in the library");
  }

  private static Component tile(AssetListing.Overview library, LifecycleState state, String what) {
    var name = state.name().toLowerCase(java.util.Locale.ROOT);
    long count = library.byState().getOrDefault(state, 0L);
    return tile(count, state.label(), what, "library?state=" + name);
  }

  private static Component tile(long count, String name, String what, String path) {
    var tile = new Anchor(path, "");
    tile.setRouterIgnore(false);
    tile.addClassNames("stat-tile", "waiting-tile");
    tile.add(
        span(name, "stat-name"),
        span(Formats.count(count), "stat-value"),
        span(what, "stat-basis"));
    return tile;
  }

  private static Component tools() {
    var links =
        new Div(
            tool("library", VaadinIcon.RECORDS, "Library", "Review, label and publish content"),
            tool(
                "performance",
                VaadinIcon.BAR_CHART_H,
                "Content performance",
                "What is used, where, in which deals"),
            tool(
                "requests",
                VaadinIcon.COMMENT_ELLIPSIS_O,
                "Requests",
                "What reps looked for and did not find"),
            tool("import", VaadinIcon.UPLOAD, "Import", "Bring files and links in"),
            tool("search", VaadinIcon.SEARCH, "Search", "Find content as reps find it"));
    links.addClassName("workplaces");
    return links;
  }

  private static Component tool(String path, VaadinIcon picture, String name, String what) {
    var link = new Anchor(path, "");
    link.setRouterIgnore(false);
    link.addClassName("workplace");
    link.add(picture.create(), new Div(span(name, "workplace-name"), span(what, "caption")));
    return link;
  }

  private static Span span(String text, String className) {
    var span = new Span(text);
    span.addClassName(className);
    return span;
  }
}
