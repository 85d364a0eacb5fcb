package dev.tandem.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Meta;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;

/** The page around every view: theme, icon, scheme. */
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("styles.css")
@StyleSheet("library.css")
@StyleSheet("seller.css")
@StyleSheet("evaluation.css")
@Viewport("width=device-width, initial-scale=1")
@Meta(name = "color-scheme", content = "light dark")
public class AppShell implements AppShellConfigurator {
  @Override
  public void configurePage(AppShellSettings settings) {
    settings.addFavIcon("icon", "tandem.svg", "any");
    settings.addMetaTag("application-name", "Tandem");
  }
}
