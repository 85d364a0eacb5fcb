package dev.tandem.recommendation.evaluation;

import static org.springframework.web.util.HtmlUtils.htmlEscape;

import dev.tandem.learning.EvaluationReport;
import dev.tandem.learning.RankingMetric;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation as one HTML page that needs nothing else: figures first, then by kind, then each
 * situation with what came and why. Everything that comes from a file or an asset is escaped.
 */
public final class EvaluationPage {
  private static final RankingMetric SORTED_BY = RankingMetric.NDCG_AT_10;
  private static final int MOST_DIFFERENCES = 15;

  private final Evaluation evaluation;
  private final ShownAssets assets;
  private final StringBuilder body = new StringBuilder();

  private EvaluationPage(Evaluation evaluation, ShownAssets assets) {
    this.evaluation = evaluation;
    this.assets = assets;
  }

  public static String of(Evaluation evaluation, ShownAssets assets) {
    var page = new EvaluationPage(evaluation, assets);
    page.coverage();
    if (evaluation.anyMeasured()) {
      page.figures();
      page.kinds();
      page.differences();
    }
    page.situations();
    return page.framed();
  }

  private String framed() {
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="robots" content="noindex">
      <title>Evaluation: %1$s</title>
      <style>%2$s</style>
      </head>
      <body>
      <main>
      <h1>Evaluation: %1$s</h1>
      %3$s
      </main>
      </body>
      </html>
      """
        .formatted(heading(), style(), body);
  }

  private String heading() {
    var other = evaluation.other();
    var first = htmlEscape(evaluation.answers().setting());
    return other == null ? first : first + " against " + htmlEscape(other.setting());
  }

  private void coverage() {
    var measured = evaluation.measured();
    body.append(
        "<p class=\"lead\">%d situations answered, %d of them judged and measured.</p>"
            .formatted(evaluation.situations().size(), measured.evaluated().size()));
    list("Answered, but not judged and so not averaged", measured.notJudged());
    list("Judged, but without any relevant asset and so not averaged", measured.nothingRelevant());
    list("Judged, but not among the situations", measured.notAnswered());
    list("Judged assets that the library does not have", List.copyOf(assets.notInLibrary()));
  }

  private void list(String what, List<String> ids) {
    if (ids.isEmpty()) return;
    body.append("<details><summary>")
        .append("%s: %d".formatted(htmlEscape(what), ids.size()))
        .append("</summary><p>")
        .append(htmlEscape(String.join(", ", ids)))
        .append("</p></details>");
  }

  private void figures() {
    section("Figures", "Means over situations; in brackets 95 % bootstrap intervals.");
    head("Figure", "");
    for (var metric : RankingMetric.values())
      row(metric.label(), "", evaluation.measured(), evaluation.otherMeasured(), metric);
    body.append("</tbody></table></div></section>");
  }

  private void kinds() {
    var splits = evaluation.splits();
    if (splits.isEmpty()) return;
    section("By kind of situation", SORTED_BY.label() + "; small groups have wide intervals.");
    head("Kind", "Situations");
    for (var split : splits)
      row(
          split.grouping() + ": " + split.kind(),
          String.valueOf(split.measured().evaluated().size()),
          split.measured(),
          split.otherMeasured(),
          SORTED_BY);
    body.append("</tbody></table></div></section>");
  }

  private void section(String title, String caption) {
    body.append("<section><h2>%s</h2><p class=\"caption\">%s</p>".formatted(title, caption));
  }

  private void head(String first, String count) {
    body.append("<div class=\"wide\" tabindex=\"0\"><table><thead><tr><th scope=\"col\">")
        .append(first)
        .append("</th>");
    if (!count.isEmpty()) body.append("<th scope=\"col\">").append(count).append("</th>");
    column(evaluation.answers().setting());
    var other = evaluation.other();
    if (other != null) {
      column(other.setting());
      column("Difference");
      column("Better / worse / equal");
    }
    body.append("</tr></thead><tbody>");
  }

  private void column(String title) {
    body.append("<th scope=\"col\">").append(htmlEscape(title)).append("</th>");
  }

  private void row(
      String name,
      String count,
      EvaluationReport first,
      @Nullable EvaluationReport second,
      RankingMetric metric) {
    body.append("<tr><th scope=\"row\">").append(htmlEscape(name)).append("</th>");
    if (!count.isEmpty()) cell(count);
    cell(Figures.mean(first, metric));
    if (second != null) {
      var difference = first.differenceFrom(second, metric);
      cell(Figures.mean(second, metric));
      cell(Figures.difference(difference) + ", " + Figures.pValue(difference.pValue()));
      cell("%d / %d / %d".formatted(difference.better(), difference.worse(), difference.equal()));
    }
    body.append("</tr>");
  }

  private void cell(String text) {
    body.append("<td>").append(htmlEscape(text)).append("</td>");
  }

  private void differences() {
    var differing =
        evaluation.differences(SORTED_BY).stream()
            .filter(each -> Math.abs(each.difference()) > 1e-9)
            .toList();
    if (evaluation.other() == null) return;
    section(
        "Where they differ most",
        "%s, largest difference first; %d of %d situations differ."
            .formatted(
                SORTED_BY.label(), differing.size(), evaluation.measured().evaluated().size()));
    body.append("<ol class=\"differences\">");
    for (var each : differing.stream().limit(MOST_DIFFERENCES).toList())
      body.append(
          "<li><a href=\"#s-%1$s\">%1$s</a> <b>%2$s</b> %3$s against %4$s</li>"
              .formatted(
                  htmlEscape(each.situation()),
                  Figures.signed(each.difference()),
                  Figures.value(each.first()),
                  Figures.value(each.second())));
    body.append("</ol></section>");
  }

  private void situations() {
    body.append("<section><h2>Situations</h2>");
    body.append(
        evaluation.situations().stream()
            .map(situation -> SituationSection.of(situation, evaluation, assets))
            .collect(Collectors.joining()));
    body.append("</section>");
  }

  private static String style() {
    try (var css = EvaluationPage.class.getResourceAsStream("report.css")) {
      return new String(
          Objects.requireNonNull(css, "report.css").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("report.css cannot be read from the program", e);
    }
  }
}
