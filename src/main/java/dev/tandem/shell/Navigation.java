package dev.tandem.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import dev.tandem.shared.ui.Badge;
import dev.tandem.shared.ui.SettingsTabs;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ways to the views that somebody may see, in sections where they are many. */
final class Navigation extends Div {
  /** Fewer are found without a heading. */
  private static final int WORTH_A_HEADING = 3;

  /** By the order that a view states in its {@code @Menu}, up to a bound of each section. */
  private enum Section {
    SALES("Sales", 30, false),
    CONTENT("Content", 40, true),
    INSIGHT("Insight", 50, true),
    YOURS("Yours", Double.MAX_VALUE, false);

    final String title;
    final double below;
    final boolean named;

    Section(String title, double below, boolean named) {
      this.title = title;
      this.below = below;
      this.named = named;
    }

    static Section of(MenuEntry entry) {
      var order = entry.order() == null ? Double.MAX_VALUE : entry.order();
      for (var section : values()) if (order < section.below) return section;
      return YOURS;
    }
  }

  private final List<SideNavItem> items = new ArrayList<>();

  Navigation() {
    addClassName("main-navigation");
    var sections = new EnumMap<Section, List<SideNavItem>>(Section.class);
    MenuConfiguration.getMenuEntries().stream()
        .filter(entry -> !SettingsTabs.isOne(entry))
        .forEach(entry -> of(sections, Section.of(entry)).add(item(entry)));
    if (!SettingsTabs.pages().isEmpty()) of(sections, Section.YOURS).add(settings());
    sections.forEach(this::add);
  }

  private static List<SideNavItem> of(Map<Section, List<SideNavItem>> sections, Section section) {
    return sections.computeIfAbsent(section, none -> new ArrayList<>());
  }

  private void add(Section section, List<SideNavItem> ways) {
    if (ways.isEmpty()) return;
    var list = new SideNav(section.title);
    list.addClassName("navigation-section");
    if (section.named && ways.size() >= WORTH_A_HEADING) list.addClassName("navigation-named");
    ways.forEach(list::addItem);
    items.addAll(ways);
    add(list);
  }

  private static SideNavItem settings() {
    var item = new SideNavItem("Settings", "settings");
    item.setPrefixComponent(VaadinIcon.COG.create());
    item.setMatchNested(true);
    return item;
  }

  private static SideNavItem item(MenuEntry entry) {
    var item = new SideNavItem(entry.title(), entry.path());
    if (entry.icon() != null) item.setPrefixComponent(new Icon(entry.icon()));
    item.setMatchNested(!entry.path().isEmpty() && !"/".equals(entry.path()));
    return item;
  }

  /**
   * Counts what waits beside its entry.
   *
   * @return whether there is such an entry
   */
  boolean mark(ShellNotice.Line notice) {
    if (notice.path().isEmpty()) return false; // leads nowhere, which is also where Home is
    var way = items.stream().filter(item -> leadsTo(item, notice.path())).findFirst();
    way.ifPresent(item -> item.setSuffixComponent(count(notice)));
    return way.isPresent();
  }

  private static boolean leadsTo(SideNavItem item, String path) {
    var own = item.getPath();
    return own != null && (own.startsWith("/") ? own.substring(1) : own).equals(path);
  }

  private static @Nullable Badge count(ShellNotice.Line notice) {
    if (notice.waiting() == 0) return null;
    var figure = new Span(notice.waiting() > 99 ? "99+" : String.valueOf(notice.waiting()));
    figure.getElement().setAttribute("aria-hidden", "true");
    var words = new Span(notice.text());
    words.addClassName("visually-hidden");
    var badge = new Badge("", Badge.Tone.ACCENT, notice.text());
    badge.add(figure, words);
    return badge;
  }
}
