package dev.tandem.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.Role;
import dev.tandem.identity.User;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The frame of every signed-in view: navigation by role, the search field, the user's menu. */
@Layout
@PermitAll
class MainLayout extends AppLayout implements AfterNavigationObserver {

  /** In the browser, so that what is typed right after the slash is not lost on its way. */
  private static final String FOCUS_BY_SLASH =
      """
      const field = this;
      window.removeEventListener('keydown', window.tandemSlash);
      window.tandemSlash = (event) => {
        const at = event.composedPath()[0];
        const typing = /^(input|textarea|select)$/i.test(at.tagName) || at.isContentEditable;
        if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
        if (typing || !field.offsetParent) return;
        event.preventDefault();
        field.focus();
      };
      window.addEventListener('keydown', window.tandemSlash);
      """;

  private static final String SKIP =
      """
      this.onclick = () => {
        const page = document.querySelector('[role="main"]');
        page.tabIndex = -1;
        page.focus();
      };
      """;

  private final AuthenticationContext authentication;
  private final transient List<ShellNotice> notices;
  private final Navigation navigation = new Navigation();
  private final DrawerToggle toggle = new DrawerToggle();
  private final Div footer = new Div();
  private final ScrollPlaces places = new ScrollPlaces(this);
  private final FocusPlace focus = new FocusPlace(this);

  MainLayout(
      CurrentUser currentUser, AuthenticationContext authentication, List<ShellNotice> notices) {
    this.authentication = authentication;
    this.notices = notices;
    setPrimarySection(Section.DRAWER);
    addClassName("tandem-shell");
    var drawer = new Aside(brand(), new Scroller(new Nav(navigation)), footer);
    footer.addClassName("drawer-footer");
    drawer.addClassName("shell-drawer");
    drawer.getElement().setAttribute("aria-label", "Tandem");
    addToDrawer(drawer);
    var bar = new Header(skip(), toggle, searchField());
    bar.addClassName("shell-bar");
    currentUser.get().ifPresent(user -> bar.add(userMenu(user)));
    addToNavbar(bar);
  }

  /** Every view stands where screen readers look for what a page is about. */
  @Override
  public void showRouterLayoutContent(HasElement content) {
    super.showRouterLayoutContent(content);
    content.getElement().setAttribute("role", "main");
  }

  /** The first that the Tab key reaches: past the navigation, which is long for some. */
  private static Component skip() {
    var skip = new NativeButton("Skip to content");
    skip.addClassName("skip-link");
    skip.addAttachListener(attached -> skip.getElement().executeJs(SKIP));
    return skip;
  }

  private static Component brand() {
    var logo = new Image("tandem.svg", "");
    logo.addClassName("brand-logo");
    var link = new Anchor("", "");
    link.setRouterIgnore(false);
    link.add(logo, new Span("Tandem"));
    link.addClassName("brand");
    link.setAriaLabel("Tandem, home");
    return link;
  }

  /** Anew with every page: what waits changes while somebody works. */
  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    places.arrived(event);
    focus.arrived();
    footer.removeAll();
    boolean waits = false;
    for (var notice : notices) {
      var line = notice.now();
      waits |= line.waiting() > 0;
      if (navigation.mark(line) || line.text().isEmpty()) continue;
      footer.add(
          line.path().isEmpty() ? new Span(line.text()) : new Anchor(line.path(), line.text()));
    }
    toggle.setClassName("news-inside", waits); // seen where the navigation is folded away
  }

  private static TextField searchField() {
    var field = new TextField();
    field.addClassName("shell-search");
    field.setPlaceholder("Search content   /");
    field.setAriaLabel("Search content");
    field.setPrefixComponent(VaadinIcon.SEARCH.create());
    field.setClearButtonVisible(true);
    field.setValueChangeMode(ValueChangeMode.EAGER);
    field.addKeyPressListener(
        Key.ENTER,
        pressed ->
            UI.getCurrent().navigate("search", QueryParameters.of("q", field.getValue().strip())));
    field.addAttachListener(attached -> field.getElement().executeJs(FOCUS_BY_SLASH));
    return field;
  }

  private Component userMenu(User user) {
    var menu = new MenuBar();
    menu.addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE);
    menu.addClassName("user-menu");
    var avatar = new Avatar(user.displayName());
    var root = menu.addItem(avatar);
    root.setAriaLabel("Account of " + user.displayName());
    var who = new Div(new Span(user.displayName()), new Span(roleName(user.role())));
    who.addClassName("user-menu-who");
    root.getSubMenu().addItem(who).setEnabled(false);
    var scheme = root.getSubMenu().addItem("Appearance");
    for (var choice : Appearance.values())
      scheme.getSubMenu().addItem(choice.label(), click -> choice.apply(UI.getCurrent()));
    root.getSubMenu().addItem("Account", click -> UI.getCurrent().navigate("account"));
    root.getSubMenu().addItem("Sign out", click -> authentication.logout());
    return menu;
  }

  private static String roleName(Role role) {
    return switch (role) {
      case REP -> "Sales representative";
      case MARKETER -> "Marketer";
      case ADMINISTRATOR -> "Administrator";
    };
  }

  @Override
  protected void onAttach(com.vaadin.flow.component.AttachEvent attachEvent) {
    super.onAttach(attachEvent);
    Appearance.restore(attachEvent.getUI());
  }
}
