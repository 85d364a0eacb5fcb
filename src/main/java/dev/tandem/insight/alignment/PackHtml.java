package dev.tandem.insight.alignment;

import dev.tandem.insight.alignment.AlignmentPack.Figure;
import dev.tandem.shared.Money;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** The pack as one piece of well-formed HTML, for the view, for printing and for the PDF. */
public final class PackHtml {
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

  /** Small on paper, so that a usual month is one page; a long one goes on with heads repeated. */
  private static final String POINTS = "8.5";

  private static final String STYLE =
      """
      @page { size: A4; margin: 10mm 13mm 11mm; @bottom-right { content: counter(page) " / " counter(pages); font: 7.5pt Pack; color: #5b6b66 } }
      body { font: 8.5pt/1.27 Pack, 'Liberation Sans', Arial, sans-serif; color: #17211f; margin: 0 auto; max-width: 50rem }
      @media screen { body { font-size: 11pt; padding: 1rem } }
      h1 { font-size: 1.75em; line-height: 1.2; margin: 0; color: #085a4e } h1 + p { margin: 0.1em 0 0 }
      h2 { font-size: 1.18em; line-height: 1.2; margin: 0.6em 0 0.1em; color: #085a4e; page-break-after: avoid }
      table { border-collapse: collapse; width: 100%; -fs-table-paginate: paginate } thead { display: table-header-group }
      th, td { text-align: left; vertical-align: top; padding: 0.12em 0.9em 0.12em 0; border-bottom: 0.75pt solid #d5deda }
      th { color: #5b6b66; font-size: 0.88em; font-weight: normal; padding-top: 0 } tr, li { page-break-inside: avoid }
      .figures td:first-child, .losses td:first-child { width: 30% } .promises td:first-child { width: 9% } .promises td:nth-child(2) { width: 24%; white-space: nowrap } .gaps td:first-child { width: 66% }
      .figures td:nth-child(2), .figures td:nth-child(3), .promises td:nth-child(3), .promises td:nth-child(4) { width: 15%; white-space: nowrap }
      .figures td:last-child, .promises td:last-child { color: #5b6b66; font-size: 0.88em }
      .losses td:nth-child(2), .gaps td:nth-child(2) { width: 10% }
      .pack-note { color: #5b6b66; font-size: 0.88em } p { margin: 0.1em 0 } ul { margin: 0.1em 0; padding-left: 1.3em }
      @media screen and (max-width: 40rem) {
        body { overflow-wrap: anywhere }
        table, tbody, tr, td { display: block; width: auto !important; white-space: normal !important } thead { display: none }
        td { border: 0; padding: 0.05em 0 } tr { border-bottom: 0.75pt solid #d5deda; padding: 0.4em 0 } td:first-child { font-weight: bold }
        td[data-head]:not(:first-child)::before { content: attr(data-head) ': '; color: #5b6b66 } td[data-head]:empty { display: none }
      }
      """;

  private PackHtml() {}

  /** A whole page. */
  public static String page(AlignmentPack pack) {
    return page(pack, POINTS);
  }

  /**
   * @param points the size of its type when it is printed
   */
  static String page(AlignmentPack pack, String points) {
    return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"UTF-8\"/><meta name=\"viewport\" content=\"width=device-width\"/><title>%s</title><style>%s</style></head><body>%s</body></html>"
        .formatted(
            title(pack),
            STYLE.replace("font: " + POINTS, "font: " + points),
            body(pack, true, false));
  }

  /**
   * The pack alone, without styles; links lead into the program.
   *
   * @param gapsOpen whether the reader may open the gaps, too
   */
  public static String part(AlignmentPack pack, boolean gapsOpen) {
    return "<div class=\"pack\">" + body(pack, false, gapsOpen) + "</div>";
  }

  public static String title(AlignmentPack pack) {
    return "Alignment pack, " + MONTH.format(pack.month());
  }

  private static String body(AlignmentPack pack, boolean alone, boolean gapsOpen) {
    var html = new StringBuilder();
    if (alone)
      html.append("<h1>")
          .append(title(pack))
          .append("</h1>")
          .append("<p class=\"pack-note\">Counted up to ")
          .append(dev.tandem.shared.ui.Formats.day(pack.until()))
          .append(
              ", beside the whole month before. Numbers say what went together, not what caused")
          .append(" what.</p>");
    html.append("<h2>What marketing delivered</h2>").append(figures(pack.delivered()));
    html.append("<h2>How sales used and judged it</h2>").append(figures(pack.used()));
    html.append("<h2>Leads on their way</h2>")
        .append(
            pack.journey().isEmpty()
                ? note("MQL, SAL and SQL: not delivered by the CRM.")
                : figures(pack.journey()));
    html.append("<h2>The largest gaps</h2>").append(gaps(pack, gapsOpen));
    html.append("<h2>Promised and kept</h2>").append(promises(pack));
    html.append("<h2>Why deals were lost</h2>").append(losses(pack));
    html.append("<h2>Issues raised</h2>").append(issues(pack));
    html.append("<h2>Wins to celebrate</h2>").append(wins(pack, alone));
    html.append("<h2>Words that changed</h2>").append(words(pack));
    return html.toString();
  }

  private static String figures(List<Figure> figures) {
    return table(
        "figures",
        List.of("Figure", "This month", "Month before", "Counted from"),
        figures,
        each -> cells(each.name(), each.now(), each.before(), each.basis()));
  }

  private static String gaps(AlignmentPack pack, boolean open) {
    if (pack.gaps().isEmpty()) return note("No open deal waits for content, as far as is known.");
    return table(
        "gaps",
        List.of("What is missing", "Open deals", "Money in them"),
        pack.gaps(),
        gap ->
            "<td>"
                + link(gap.what(), gap.path(), !open)
                + "</td>"
                + cells(String.valueOf(gap.openDeals()), money(gap.money())));
  }

  private static String promises(AlignmentPack pack) {
    return table(
        "promises",
        List.of("Who", "Promise", "Kept", "Month before", "Counted from"),
        pack.promises(),
        each -> cells(each.side(), each.what(), each.kept(), each.before(), each.basis()));
  }

  private static String losses(AlignmentPack pack) {
    if (pack.lossReasons().isEmpty())
      return note(
          "No deal was lost with a reason in this month. Why leads were rejected is not"
              + " delivered by the CRM.");
    return table(
            "losses",
            List.of("The CRM's reason", "Deals", "Money in them"),
            pack.lossReasons(),
            each -> cells(each.reason(), String.valueOf(each.deals()), money(each.money())))
        + note("Why leads were rejected is not delivered by the CRM.");
  }

  private static String issues(AlignmentPack pack) {
    if (pack.issues().isEmpty()) return note("None.");
    return list(
        pack.issues(),
        each ->
            escaped(each.words())
                + " <span class=\"pack-note\">"
                + escaped(each.author() == null ? "without a name" : each.author())
                + (each.settled() == null ? ", open" : "; agreed: " + escaped(each.settled()))
                + "</span>");
  }

  private static String wins(AlignmentPack pack, boolean alone) {
    if (pack.wins().isEmpty()) return note("No deal with content was won in this month yet.");
    return list(
        pack.wins(),
        each ->
            link(each.deal(), each.path(), alone)
                + (each.amount() == null ? "" : ", " + escaped(money(List.of(each.amount()))))
                + " <span class=\"pack-note\">with "
                + escaped(String.join("; ", each.content()))
                + "</span>");
  }

  private static String words(AlignmentPack pack) {
    if (pack.words().isEmpty()) return note("None.");
    return list(
        pack.words(),
        each ->
            "<b>"
                + escaped(each.term())
                + "</b>: "
                + (each.inUse() ? escaped(each.definition()) : "not used any more")
                + " <span class=\"pack-note\">version "
                + each.version()
                + ", "
                + escaped(each.changedBy().value())
                + "</span>");
  }

  private static <T> String table(
      String kind, List<String> heads, List<T> rows, Function<T, String> cells) {
    return "<table class=\""
        + kind
        + "\"><thead><tr>"
        + heads.stream().map(each -> "<th>" + each + "</th>").collect(Collectors.joining())
        + "</tr></thead><tbody>"
        + rows.stream()
            .map(each -> "<tr>" + headed(heads, cells.apply(each)) + "</tr>")
            .collect(Collectors.joining())
        + "</tbody></table>";
  }

  /** On a narrow screen each cell stands alone and has to say what it is. */
  private static String headed(List<String> heads, String cells) {
    var headed = cells;
    for (var head : heads)
      headed = headed.replaceFirst("<td>", "<td data-head=\"" + head.replace("'", "’") + "\">");
    return headed;
  }

  private static String cells(String... words) {
    return List.of(words).stream()
        .map(each -> "<td>" + escaped(each) + "</td>")
        .collect(Collectors.joining());
  }

  private static <T> String list(List<T> items, Function<T, String> item) {
    return "<ul>"
        + items.stream()
            .map(each -> "<li>" + item.apply(each) + "</li>")
            .collect(Collectors.joining())
        + "</ul>";
  }

  private static String link(String words, String path, boolean alone) {
    return alone ? escaped(words) : "<a href=\"" + escaped(path) + "\">" + escaped(words) + "</a>";
  }

  private static String note(String words) {
    return "<p class=\"pack-note\">" + escaped(words) + "</p>";
  }

  private static String money(List<Money> sums) {
    return sums.isEmpty()
        ? "no amount named"
        : sums.stream().map(dev.tandem.shared.ui.Formats::money).collect(Collectors.joining(" + "));
  }

  /** Characters that XML does not allow would break the PDF. */
  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", " "), "UTF-8");
  }
}
