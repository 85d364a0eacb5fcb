package dev.tandem.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.WebStorage;
import java.util.Locale;

/** Light, dark, or as the system has it; remembered in the browser. */
enum Appearance {
  SYSTEM("As the system", ColorScheme.Value.LIGHT_DARK),
  LIGHT("Light", ColorScheme.Value.LIGHT),
  DARK("Dark", ColorScheme.Value.DARK);

  private static final String KEY = "tandem.appearance";

  private final String label;
  private final ColorScheme.Value scheme;

  Appearance(String label, ColorScheme.Value scheme) {
    this.label = label;
    this.scheme = scheme;
  }

  String label() {
    return label;
  }

  void apply(UI ui) {
    ui.getPage().setColorScheme(scheme);
    WebStorage.setItem(ui, WebStorage.Storage.LOCAL_STORAGE, KEY, name().toLowerCase(Locale.ROOT));
  }

  static void restore(UI ui) {
    WebStorage.getItem(
        ui,
        WebStorage.Storage.LOCAL_STORAGE,
        KEY,
        remembered -> {
          for (var choice : values())
            if (choice.name().equalsIgnoreCase(remembered))
              ui.getPage().setColorScheme(choice.scheme);
        });
  }
}
