package dev.tandem.library.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import dev.tandem.library.AssetVersion;
import dev.tandem.shared.ui.Badge;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Panel;
import java.util.List;
import java.util.Locale;

/** Every state its content was in, newest first. */
final class VersionsPanel extends Div {
  VersionsPanel(List<AssetVersion> versions, int inForce) {
    var list = new OrderedList();
    list.addClassName("versions");
    for (var version : versions) list.add(item(version, version.number() == inForce));
    add(
        new Panel("Versions", list)
            .withCaption(Formats.count(versions.size(), "version", "versions")));
  }

  private static ListItem item(AssetVersion version, boolean inForce) {
    var name = new Span("Version " + version.number());
    name.addClassName("version-name");
    var head = new Div(name);
    head.addClassName("badges");
    if (inForce) head.add(new Badge("in force", Badge.Tone.ACCENT));
    var by = version.createdBy() == null ? "by import" : "by " + version.createdBy();
    var item = new ListItem(head, faint(Formats.moment(version.createdAt()) + ", " + by));
    var bytes = version.bytes();
    if (version.fileName() != null)
      item.add(faint(version.fileName() + (bytes == null ? "" : " · " + size(bytes))));
    var checksum = version.checksum();
    if (checksum != null) {
      var sum = faint("SHA-256 " + checksum.substring(0, 12) + "…");
      sum.setTitle(checksum);
      sum.addClassName("checksum");
      item.add(sum);
    }
    return item;
  }

  static String size(long bytes) {
    if (bytes < 1_000) return bytes + " bytes";
    if (bytes < 1_000_000) return Math.round(bytes / 1e3) + " kB";
    return String.format(
        Locale.ENGLISH, bytes < 10_000_000 ? "%.1f MB" : "%.0f MB", bytes / 1_048_576.0);
  }

  private static Span faint(String text) {
    var span = new Span(text);
    span.addClassName("caption");
    return span;
  }
}
