package dev.tandem.recommendation.evaluation;

import static org.springframework.web.util.HtmlUtils.htmlEscape;

import dev.tandem.learning.EvaluationReport;
import dev.tandem.learning.RankingMetric;
import dev.tandem.recommendation.EvaluationSituation;
import dev.tandem.recommendation.SituationAnswers.Answer;
import dev.tandem.recommendation.SituationKinds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One situation on the page: what was asked, what came, what was missed, and why. */
final class SituationSection {
  private static final int SHOWN = 10;

  private final Map<String, Integer> grades;
  private final ShownAssets assets;

  private SituationSection(Map<String, Integer> grades, ShownAssets assets) {
    this.grades = grades;
    this.assets = assets;
  }

  static String of(EvaluationSituation situation, Evaluation evaluation, ShownAssets assets) {
    var section = new SituationSection(evaluation.judgments().of(situation.id()), assets);
    var html = new StringBuilder();
    html.append("<article id=\"s-%s\">".formatted(htmlEscape(situation.id())));
    html.append(asked(situation));
    html.append("<div class=\"answers\">");
    html.append(section.answers(situation.id(), evaluation.answers(), evaluation.measured()));
    var other = evaluation.other();
    if (other != null)
      html.append(section.answers(situation.id(), other, evaluation.otherMeasured()));
    return html.append("</div></article>").toString();
  }

  private static String asked(EvaluationSituation situation) {
    var kinds = String.join(" · ", SituationKinds.of(situation).values());
    var deal =
        SituationWords.ofDeal(situation.deal()).entrySet().stream()
            .map(
                each ->
                    "<div><dt>%s</dt><dd>%s</dd></div>"
                        .formatted(htmlEscape(each.getKey()), htmlEscape(each.getValue())))
            .collect(Collectors.joining());
    return "<header><h3><span class=\"id\">%s</span> %s</h3><p class=\"caption\">%s</p>%s</header>"
        .formatted(
            htmlEscape(situation.id()),
            situation.query().isBlank()
                ? "<i>no words</i>"
                : "“" + htmlEscape(situation.query()) + "”",
            htmlEscape(kinds),
            deal.isEmpty() ? "" : "<dl>" + deal + "</dl>");
  }

  private String answers(String situation, Answers answers, @Nullable EvaluationReport report) {
    var ranking = answers.of(situation);
    var html = new StringBuilder("<div class=\"answer\"><h4>");
    html.append(htmlEscape(answers.setting())).append("</h4>");
    html.append("<p class=\"caption\">").append(figures(situation, report)).append("</p>");
    if (ranking.isEmpty()) html.append("<p>Nothing came.</p>");
    html.append("<ol>");
    ranking.stream().limit(SHOWN).forEach(answer -> html.append(item(answer)));
    return html.append("</ol>").append(missed(ranking)).append("</div>").toString();
  }

  private static String figures(String situation, @Nullable EvaluationReport report) {
    if (report == null || !report.evaluated().contains(situation)) return "not measured";
    var figures = new ArrayList<String>();
    for (var metric : RankingMetric.values())
      figures.add(metric.label() + " " + Figures.value(report.value(situation, metric)));
    return String.join(" · ", figures);
  }

  private String item(Answer answer) {
    var reasons =
        answer.reasons().stream()
            .map(reason -> htmlEscape(reason.text()))
            .collect(Collectors.joining(" · "));
    return "<li>%s%s</li>"
        .formatted(
            asset(answer.asset()), reasons.isEmpty() ? "" : "<p class=\"why\">" + reasons + "</p>");
  }

  private String asset(String id) {
    var shown = assets.of(id);
    return "%s <span class=\"title\" title=\"%s\">%s</span> <span class=\"caption\">%s</span>"
        .formatted(grade(id), htmlEscape(id), htmlEscape(shown.title()), htmlEscape(shown.type()));
  }

  private String grade(String id) {
    var grade = grades.get(id);
    if (grade == null) return "<span class=\"grade none\" title=\"not judged\">–</span>";
    return "<span class=\"grade g%1$d\" title=\"grade %1$d of 3\">%1$d</span>".formatted(grade);
  }

  private String missed(List<Answer> ranking) {
    var ids = ranking.stream().map(Answer::asset).toList();
    var missed =
        grades.entrySet().stream()
            .filter(each -> each.getValue() > 0)
            .filter(each -> ids.indexOf(each.getKey()) < 0 || ids.indexOf(each.getKey()) >= SHOWN)
            .sorted(
                Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(each -> "<li>%s%s</li>".formatted(asset(each.getKey()), place(ids, each.getKey())))
            .toList();
    if (missed.isEmpty()) return "";
    return "<details><summary>Relevant, but not among the first %d: %d</summary><ul>%s</ul></details>"
        .formatted(SHOWN, missed.size(), String.join("", missed));
  }

  private String place(List<String> ids, String asset) {
    if (assets.notInLibrary().contains(asset)) return " <b>not in the library</b>";
    int place = ids.indexOf(asset) + 1;
    return place == 0 ? " <b>did not come</b>" : " <b>place " + place + "</b>";
  }
}
