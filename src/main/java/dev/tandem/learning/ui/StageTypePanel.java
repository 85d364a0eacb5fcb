package dev.tandem.learning.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import dev.tandem.learning.Asked;
import dev.tandem.learning.Estimate;
import dev.tandem.learning.Example;
import dev.tandem.learning.FeatureVector;
import dev.tandem.learning.LearnedModel;
import dev.tandem.learning.ModelDocument;
import dev.tandem.learning.RankingFeature;
import dev.tandem.learning.RankingModel;
import dev.tandem.shared.ui.Panel;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.StagePrior;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which content fits which stage: as the experts said, and as it was learned, side by side. */
final class StageTypePanel {
  /** Where a colour is as strong as it gets, in points of the score. */
  private static final double FULL = 1;

  private StageTypePanel() {}

  static Component of(RankingModel prior, RankingModel model) {
    var document = model instanceof LearnedModel learned ? learned.document() : null;
    var start = table("As it started", prior, prior, null);
    var tables =
        document == null
            ? new Div(start)
            : new Div(start, table("As learned", prior, model, document));
    tables.addClassName("heat-tables");
    var sentence = new Paragraph(sentence(document));
    var panel = new Panel("What fits which stage", tables, sentence);
    panel.addClassName("report-chart-wide");
    return panel.withCaption(
        "Points that a type adds at a stage where nobody typed words: strong from 0.6 on, good from"
            + " 0.2, some around 0, little below, against below −0.6");
  }

  private static String sentence(@Nullable ModelDocument document) {
    if (document == null)
      return "These are the experts' numbers; nothing learned is in use, so nothing stands beside"
          + " them yet.";
    long sure = document.typesByStage().values().stream().filter(Words::sure).count();
    return "▲ and ▼ mark where what people did is surely (95 %) above or below what experts expected: "
        + sure
        + " of "
        + document.typesByStage().size()
        + " combinations that were seen. All others may still be chance.";
  }

  private static Component table(
      String title, RankingModel prior, RankingModel model, @Nullable ModelDocument document) {
    var body = new NativeTableBody();
    for (var type : ContentType.values()) {
      if (type == ContentType.OTHER) continue;
      var row = new NativeTableRow();
      var name = new NativeTableHeaderCell(type.label());
      name.getElement().setAttribute("scope", "row");
      row.add(name);
      for (var stage : JourneyStage.values()) {
        var example = example(type, stage);
        var before = prior.score(example);
        row.add(
            cell(
                model.score(example),
                before,
                document == null ? null : effect(document, type, stage)));
      }
      body.add(row);
    }
    var table = new NativeTable(head(), body);
    table.addClassName("heat-table");
    table.getElement().setAttribute("aria-label", title);
    var name = new Paragraph(title);
    name.addClassName("heat-title");
    var scroller = new Div(name, table);
    scroller.addClassName("heat-part");
    // where there is no room it scrolls, by keyboard, too
    scroller.getElement().setAttribute("tabindex", "0");
    scroller.getElement().setAttribute("role", "group");
    scroller.getElement().setAttribute("aria-label", title);
    return scroller;
  }

  private static com.vaadin.flow.component.html.NativeTableHeader head() {
    var row = new NativeTableRow(new NativeTableHeaderCell("Type"));
    for (var stage : JourneyStage.values()) {
      var cell = new NativeTableHeaderCell(stage.label());
      cell.getElement().setAttribute("scope", "col");
      row.add(cell);
    }
    return new com.vaadin.flow.component.html.NativeTableHeader(row);
  }

  /** What is known of the type at the stage beyond the type everywhere; null for nothing. */
  private static @Nullable Estimate effect(
      ModelDocument document, ContentType type, JourneyStage stage) {
    return document.typesByStage().get(type.id() + "@" + stage.id());
  }

  private static NativeTableCell cell(double points, double before, @Nullable Estimate effect) {
    var mark = effect == null || !Words.sure(effect) ? "" : effect.mean() > 0 ? " ▲" : " ▼";
    var cell = new NativeTableCell(word(points) + mark);
    var strength = Math.round(100 * Math.min(1, Math.abs(points) / FULL));
    cell.addClassName(points < 0 ? "heat-against" : "heat-for");
    cell.getStyle().set("--heat", strength + "%");
    cell.setTitle(
        effect == null
            ? String.format(Locale.ENGLISH, "%+.2f points", points)
            : String.format(
                Locale.ENGLISH,
                "%+.2f points, started at %+.2f; odds at this stage %s",
                points,
                before,
                Words.times(effect)));
    return cell;
  }

  private static String word(double points) {
    if (points <= -0.6) return "against";
    if (points < -0.2) return "little";
    if (points < 0.2) return "some";
    return points < 0.6 ? "good" : "strong";
  }

  private static Example example(ContentType type, JourneyStage stage) {
    double fit = StagePrior.fit(type, stage);
    var features =
        FeatureVector.named(
            RankingFeature.SCHEMA,
            Map.of(
                RankingFeature.TYPE_FITS_STAGE.id(), fit,
                RankingFeature.TYPE_FITS_STAGE_WITHOUT_QUERY.id(), fit));
    return new Example(features, null, type, new Asked(stage, null, List.of(), false));
  }
}
