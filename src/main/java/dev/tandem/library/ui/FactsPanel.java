package dev.tandem.library.ui;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import dev.tandem.library.Asset;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Panel;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Who looks after it, its dates, its file. */
final class FactsPanel extends Div {
  private final DescriptionList list = new DescriptionList();

  FactsPanel(Asset asset, LocalDate today) {
    list.addClassName("facts");
    fact("Owner", asset.owner());
    fact("Author", asset.author());
    fact("Published", day(asset.publishedOn()));
    fact("Review by", dayAndDistance(asset.reviewBy(), today));
    fact("Expires", dayAndDistance(asset.expiresOn(), today));
    fact("Cost", asset.cost() == null ? null : Formats.money(asset.cost()));
    fact("Tags", asset.tags().isEmpty() ? null : String.join(", ", asset.tags()));
    fact("File", asset.fileName());
    fact("Format", asset.mediaType());
    fact("Link", asset.url());
    fact("Imported as", asset.sourcePath());
    fact("Id", asset.id().value());
    add(new Panel("About", list));
  }

  private void fact(String name, @Nullable String value) {
    if (value == null || value.isBlank()) return;
    list.add(new DescriptionList.Term(name), new DescriptionList.Description(value));
  }

  private static @Nullable String day(@Nullable LocalDate day) {
    return day == null ? null : Formats.day(day);
  }

  private static @Nullable String dayAndDistance(@Nullable LocalDate day, LocalDate today) {
    if (day == null) return null;
    var exact = Formats.day(day);
    var distance = Formats.ago(day, today);
    return exact.equals(distance) ? exact : exact + " (" + distance + ")";
  }
}
