package dev.tandem.shared.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.List;

/**
 * The way from one settings page to the next. Every view with {@code @Menu} below {@value #FOLDER}
 * stands here for those who may see it, and under one entry in the navigation.
 */
public final class SettingsTabs extends Nav {
  public static final String FOLDER = "settings/";

  public SettingsTabs() {
    addClassName("settings-tabs");
    setAriaLabel("Settings");
    for (var page : pages()) {
      var link = new RouterLink(page.title(), page.menuClass());
      link.setHighlightCondition((self, event) -> event.getLocation().getPath().equals(path(page)));
      add(link);
    }
  }

  @Override
  protected void onAttach(AttachEvent event) {
    showCurrent(this);
  }

  /** On a narrow screen tabs are one line that scrolls: brings the current one into sight. */
  public static void showCurrent(Component tabs) {
    tabs.getElement()
        .executeJs(
            "requestAnimationFrame(() => { const here = this.querySelector('[highlight]');"
                + " if (here) this.scrollLeft = here.offsetLeft - this.offsetLeft - 48; })");
  }

  /** The settings that the signed-in user may see, in order. */
  public static List<MenuEntry> pages() {
    return MenuConfiguration.getMenuEntries().stream().filter(SettingsTabs::isOne).toList();
  }

  public static boolean isOne(MenuEntry entry) {
    return path(entry).startsWith(FOLDER);
  }

  private static String path(MenuEntry entry) {
    return entry.path().startsWith("/") ? entry.path().substring(1) : entry.path();
  }
}
