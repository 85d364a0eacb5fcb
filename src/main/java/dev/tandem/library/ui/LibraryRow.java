package dev.tandem.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.tandem.library.Asset;
import dev.tandem.shared.ui.Badge;
import dev.tandem.shared.ui.Badge.Tone;
import dev.tandem.shared.ui.Formats;
import java.time.Clock;
import java.time.LocalDate;

/** One asset in the list of the library. */
final class LibraryRow extends Div {
  LibraryRow(Asset asset, Selection selection, Clock clock) {
    addClassName("library-row");
    var today = LocalDate.now(clock);
    var link = AssetMarks.link(asset);
    link.addClassName("library-row-title");
    link.setTitle(asset.title().value());
    add(
        checkbox(asset, selection),
        AssetMarks.thumbnail(asset),
        group("library-row-main", link, labels(asset)),
        group("library-row-state", AssetMarks.state(asset.stateOn(today)), confirm(asset)),
        group("library-row-facts", owner(asset), dates(asset, today)));
  }

  private static Checkbox checkbox(Asset asset, Selection selection) {
    var box = new Checkbox(selection.contains(asset.id()));
    box.setAriaLabel("Select " + asset.title().value());
    box.addValueChangeListener(
        change -> {
          if (change.isFromClient()) selection.set(asset.id(), change.getValue());
        });
    selection.follow(asset.id(), box);
    return box;
  }

  private static Div labels(Asset asset) {
    var badges = new Div();
    badges.addClassName("badges");
    AssetBadges.of(asset).forEach(badges::add);
    return badges;
  }

  private static Component confirm(Asset asset) {
    long guesses = AssetMarks.toConfirm(asset);
    if (guesses == 0) return new Span();
    return new Badge(
        Formats.count(guesses, "guess", "guesses") + " to confirm",
        Tone.INFERRED,
        "Labels read from the text that nobody has confirmed yet");
  }

  private static Span owner(Asset asset) {
    var owner = asset.owner();
    return faint(owner == null ? "No owner" : owner);
  }

  private static Span dates(Asset asset, LocalDate today) {
    var expires = asset.expiresOn();
    var review = asset.reviewBy();
    String when;
    if (expires != null && !expires.isAfter(today)) when = "Expired " + Formats.ago(expires, today);
    else if (review != null) when = "Review " + Formats.ago(review, today);
    else when = "No review date";
    return faint(when + " · version " + asset.version());
  }

  private static Span faint(String text) {
    var span = new Span(text);
    span.addClassName("caption");
    return span;
  }

  private static Div group(String name, Component... parts) {
    var group = new Div(parts);
    group.addClassName(name);
    return group;
  }
}
