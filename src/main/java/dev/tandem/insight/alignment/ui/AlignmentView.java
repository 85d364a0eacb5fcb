package dev.tandem.insight.alignment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.InputStreamDownloadHandler;
import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.Role;
import dev.tandem.identity.User;
import dev.tandem.insight.alignment.AlignmentPack;
import dev.tandem.insight.alignment.AlignmentPacks;
import dev.tandem.insight.alignment.Issues;
import dev.tandem.insight.alignment.PackHtml;
import dev.tandem.insight.alignment.PackPdf;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Notices;
import dev.tandem.shared.ui.PageHeader;
import dev.tandem.shared.ui.Panel;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.function.Supplier;

/** The page for the monthly meeting of both teams. */
@Route("alignment")
@PageTitle("Alignment pack · Tandem")
@Menu(title = "Alignment", order = 42, icon = "vaadin:handshake")
@PermitAll
class AlignmentView extends Div implements AfterNavigationObserver {
  private final transient AlignmentPacks packs;
  private final transient Issues issues;
  private final transient Clock clock;
  private final transient User user;
  private YearMonth month;

  AlignmentView(AlignmentPacks packs, Issues issues, CurrentUser currentUser, Clock clock) {
    this.packs = packs;
    this.issues = issues;
    this.clock = clock;
    this.user = currentUser.require();
    this.month = YearMonth.now(clock);
    addClassNames("view", "alignment-view");
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    month =
        event
            .getLocation()
            .getQueryParameters()
            .getSingleParameter("month")
            .map(this::parse)
            .orElseGet(() -> YearMonth.now(clock));
    show();
  }

  /** What is no month, or is still to come, is the running one. */
  private YearMonth parse(String text) {
    var now = YearMonth.now(clock);
    try {
      var asked = YearMonth.parse(text);
      return asked.isAfter(now) ? now : asked;
    } catch (DateTimeException wrong) {
      return now;
    }
  }

  private void show() {
    removeAll();
    var pack = packs.of(month);
    var earlier = go("Month before", VaadinIcon.ANGLE_LEFT, month.minusMonths(1));
    var later = go("Next month", VaadinIcon.ANGLE_RIGHT, month.plusMonths(1));
    later.setEnabled(month.isBefore(YearMonth.now(clock)));
    add(
        new PageHeader(
            PackHtml.title(pack),
            "Counted up to "
                + Formats.day(pack.until())
                + ", beside the whole month before. Numbers say what went together, not what caused"
                + " what.",
            earlier,
            later,
            print(pack),
            pdf(pack)));
    var numbers = new Div(new Html(PackHtml.part(pack, user.role() != Role.REP)));
    numbers.addClassNames("panel", "pack-panel");
    add(numbers, raise());
    if (!pack.issues().isEmpty() && user.role() != Role.REP) add(settle(pack));
  }

  private static Button go(String words, VaadinIcon icon, YearMonth target) {
    return new Button(
        words,
        icon.create(),
        click ->
            UI.getCurrent().navigate("alignment", QueryParameters.of("month", target.toString())));
  }

  private static Anchor print(AlignmentPack pack) {
    var link =
        link(
            "Print",
            VaadinIcon.PRINT,
            content(
                    "alignment-" + pack.month() + ".html",
                    "text/html;charset=UTF-8",
                    () -> PackHtml.page(pack).getBytes(StandardCharsets.UTF_8))
                .inline());
    link.setTarget("_blank");
    return link;
  }

  private static Anchor pdf(AlignmentPack pack) {
    return link(
        "PDF",
        VaadinIcon.DOWNLOAD_ALT,
        content("alignment-" + pack.month() + ".pdf", "application/pdf", () -> PackPdf.of(pack)));
  }

  private static InputStreamDownloadHandler content(
      String file, String type, Supplier<byte[]> content) {
    return DownloadHandler.fromInputStream(
        request -> {
          var bytes = content.get();
          return new DownloadResponse(new ByteArrayInputStream(bytes), file, type, bytes.length);
        });
  }

  private static Anchor link(String words, VaadinIcon icon, DownloadHandler target) {
    var link = new Anchor(target, words);
    link.addClassNames("button-link", "download-link");
    link.addComponentAsFirst(icon.create());
    return link;
  }

  private Component raise() {
    var words = new TextArea("What should both teams speak about?");
    words.setWidthFull();
    words.setMaxLength(2_000);
    var anonymous = new Checkbox("Without my name");
    anonymous.setHelperText("Then neither name nor day is kept.");
    var send =
        new Button(
            "Raise it",
            click -> {
              if (words.getValue().isBlank()) {
                words.setErrorMessage("A sentence will do.");
                words.setInvalid(true);
                return;
              }
              issues.raise(month, words.getValue(), anonymous.getValue() ? null : user.id());
              Notices.done("It stands in the pack of this month.");
              show();
            });
    var form = new Div(words, anonymous, send);
    form.addClassName("request-main");
    return new Panel("Raise an issue", form);
  }

  private Component settle(AlignmentPack pack) {
    var rows = new Div();
    rows.addClassName("table-rows");
    for (var issue : pack.issues()) {
      var agreed = new TextField();
      agreed.setPlaceholder("What was agreed");
      agreed.setAriaLabel("What was agreed on: " + issue.words());
      agreed.setValue(issue.settled() == null ? "" : issue.settled());
      agreed.setMaxLength(500);
      var save =
          new Button(
              "Save",
              click -> {
                issues.settle(issue.id(), agreed.getValue());
                Notices.done("Saved.");
                show();
              });
      save.addThemeVariants(ButtonVariant.LUMO_SMALL);
      var main = new Div(new Span(issue.words()), agreed);
      main.addClassNames("row-main", "upkeep-words");
      var row = new Div(main, save);
      row.addClassNames("table-row", "request-row");
      rows.add(row);
    }
    return new Panel("What was agreed", rows);
  }
}
