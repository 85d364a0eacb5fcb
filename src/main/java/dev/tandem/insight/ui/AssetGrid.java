package dev.tandem.insight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.data.provider.SortDirection;
import dev.tandem.insight.AssetRow;
import dev.tandem.insight.Metric;
import dev.tandem.insight.statistics.Comparison;
import dev.tandem.library.Label;
import dev.tandem.library.NearCopies;
import dev.tandem.shared.Money;
import dev.tandem.shared.ui.Badge;
import dev.tandem.shared.ui.Formats;
import dev.tandem.taxonomy.JourneyStage;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** The table of assets; which columns it shows and how it is sorted stands in the URL. */
final class AssetGrid extends Grid<AssetRow> {
  private static final List<String> USUAL =
      List.of("trend", "uses", "rank", "deals", "difference", "revenue");

  private final Map<String, String> names = new LinkedHashMap<>();
  private final transient NearCopies copies;
  private final transient Consumer<AssetRow> toDeals;
  private transient ReportState state;

  AssetGrid(ReportState state, NearCopies copies, Consumer<AssetRow> toDeals) {
    this.state = state;
    this.copies = copies;
    this.toDeals = toDeals;
    addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_ROW_STRIPES);
    addClassNames("performance-grid", "asset-grid");
    setColumnReorderingAllowed(true);
    addComponentColumn(AssetGrid::title)
        .setHeader("Asset")
        .setKey("title")
        .setComparator(Comparator.comparing((AssetRow row) -> row.figures().label()))
        .setFlexGrow(3)
        .setWidth("min(10.4rem, 45vw)")
        .setFrozen(true);
    columns();
    show(shown());
    sorted();
    addSortListener(
        event -> {
          if (!event.isFromClient()) return;
          state(
              "sort",
              event.getSortOrder().stream()
                  .map(
                      order ->
                          (order.getDirection() == SortDirection.DESCENDING ? "-" : "")
                              + order.getSorted().getKey())
                  .findFirst()
                  .orElse(""));
        });
    addItemClickListener(
        click -> {
          if (click.getColumn() != getColumns().getFirst()) toDeals.accept(click.getItem());
        });
  }

  private void columns() {
    cell("trend", "Trend", "Uses over the period", "5.5rem", AssetGrid::trend, row -> last(row));
    count("listed", Metric.SERVED, row -> row.figures().served());
    count("seen", Metric.IMPRESSIONS, row -> row.figures().impressions());
    count("opened", Metric.OPENS, row -> row.figures().opens());
    count("sent", Metric.SHARES, row -> row.figures().shares());
    count("views", Metric.BUYER_VIEWS, row -> row.figures().buyerViews());
    count("uses", Metric.USES, row -> row.figures().uses());
    cell("rank", Metric.AGAINST_RANK, "9.2rem", AssetGrid::rank, AssetGrid::aboveRank);
    cell(
        "helpful",
        Metric.HELPFUL,
        "8rem",
        row -> Cells.rate(row.figures().helpful()),
        row -> row.figures().helpful().wilson95().low());
    cell("reasons", Metric.REASONS, "10rem", AssetGrid::reasons, row -> row.reasons().size());
    cell("deals", Metric.DEALS, "9.2rem", this::deals, row -> row.figures().deals().touched());
    cell(
        "difference",
        Metric.WIN_RATE_DIFFERENCE,
        "10.9rem",
        AssetGrid::difference,
        AssetGrid::pulled);
    money("pipeline", Metric.INFLUENCED_PIPELINE, AssetRow::pipeline);
    money("revenue", Metric.INFLUENCED_REVENUE, row -> row.figures().influenced());
    cell(
        "stage", Metric.STAGE_OF_USE, "9rem", AssetGrid::stage, row -> row.usedElsewhere() ? 1 : 0);
    cell(
        "version",
        "Version",
        "How often its file changed, counted from 1",
        "5.5rem",
        row -> new Span(row.asset() == null ? "–" : String.valueOf(row.asset().version())),
        row -> row.asset() == null ? 0 : row.asset().version());
    cell("cost", Metric.COST, "8rem", AssetGrid::cost, row -> finite(row.returnOnCost()));
    cell(
        "copies",
        "Near copies",
        "Assets with nearly the same text",
        "7rem",
        row -> new Span(row.asset() == null ? "–" : nearCopies(row)),
        row -> 0);
  }

  private void cell(
      String key,
      Metric metric,
      String width,
      Function<AssetRow, Component> content,
      ToDoubleFunction<AssetRow> order) {
    cell(key, metric.label(), metric.hint(), width, content, order);
  }

  private void cell(
      String key,
      String name,
      String hint,
      String width,
      Function<AssetRow, Component> content,
      ToDoubleFunction<AssetRow> order) {
    names.put(key, name);
    var header = new Span(name);
    header.setTitle(hint);
    header.addClassName("wrapped-header");
    addComponentColumn(content::apply)
        .setKey(key)
        .setHeader(header)
        .setComparator(Comparator.comparingDouble(order))
        .setWidth(width)
        .setFlexGrow(key.equals("deals") ? 1 : 0);
  }

  private void count(String key, Metric metric, ToLongFunction<AssetRow> value) {
    cell(
        key,
        metric,
        metric.label().length() > 6 ? "6.4rem" : "4.6rem",
        row -> new Span(Formats.count(value.applyAsLong(row))),
        value::applyAsLong);
    getColumnByKey(key).setTextAlign(ColumnTextAlign.END);
  }

  private void money(String key, Metric metric, Function<AssetRow, List<Money>> value) {
    cell(
        key,
        metric,
        "6.6rem",
        row -> Cells.amounts(value.apply(row)),
        row -> value.apply(row).isEmpty() ? 0 : value.apply(row).getFirst().amount().doubleValue());
    getColumnByKey(key).setTextAlign(ColumnTextAlign.END);
  }

  /** What is shown beside the title, as the URL says. */
  private Set<String> shown() {
    var wanted =
        state.get("columns").isEmpty() ? USUAL : Arrays.asList(state.get("columns").split(",", -1));
    return names.keySet().stream()
        .filter(wanted::contains)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private void show(Set<String> keys) {
    for (var key : names.keySet()) getColumnByKey(key).setVisible(keys.contains(key));
  }

  private void sorted() {
    var sort = state.get("sort");
    boolean down = sort.startsWith("-");
    var column = getColumnByKey(down ? sort.substring(1) : sort.isEmpty() ? "uses" : sort);
    if (column != null && column.isSortable())
      sort(
          List.of(
              new GridSortOrder<>(
                  column,
                  down || sort.isEmpty() ? SortDirection.DESCENDING : SortDirection.ASCENDING)));
  }

  /** Changes the address so that it says what is shown now. */
  void state(String name, String value) {
    state = state.with(name, value);
    state.replaceAddress();
  }

  Component columnChooser() {
    var bar = new MenuBar();
    bar.addThemeVariants(MenuBarVariant.LUMO_DROPDOWN_INDICATORS);
    var root = bar.addItem("Columns");
    var shown = shown();
    names.forEach(
        (key, name) -> {
          MenuItem item = root.getSubMenu().addItem(name);
          item.setCheckable(true);
          item.setKeepOpen(true);
          item.setChecked(shown.contains(key));
          item.addClickListener(
              click -> {
                var now = shown();
                if (item.isChecked()) now.add(key);
                else now.remove(key);
                state("columns", now.isEmpty() ? "none" : String.join(",", now));
                show(now);
              });
        });
    return bar;
  }

  private static Component title(AssetRow row) {
    var link = Cells.asset(row.figures().key(), row.figures().label());
    var most = row.mostUsedAt();
    if (!row.usedElsewhere() || most == null) return link;
    var cell = new Div(link, Cells.faint("used in " + most.label() + ", made for " + madeFor(row)));
    cell.addClassName("title-cell");
    cell.setTitle(
        row.figures().label() + ": made for " + madeFor(row) + ", used in " + most.label());
    return cell;
  }

  private static String madeFor(AssetRow row) {
    return row.asset() == null
        ? ""
        : row.asset().stages().stream()
            .map(Label::value)
            .map(JourneyStage::label)
            .collect(Collectors.joining(", "));
  }

  private static Component trend(AssetRow row) {
    return Sparkline.ofCounts(row.trend(), "Uses of " + row.figures().label());
  }

  private static double last(AssetRow row) {
    return row.trend().isEmpty() ? 0 : row.trend().getLast();
  }

  private static Component rank(AssetRow row) {
    var rank = row.rank();
    if (rank.observed().trials() == 0) return Cells.faint("–");
    var cell = new Div();
    cell.addClassName("rate-cell");
    if (rank.observed().trials() < AssetRow.AgainstRank.FEWEST) {
      cell.add(Cells.faint(Formats.share(rank.observed())), Cells.faint("too few lists to judge"));
      return cell;
    }
    var words =
        switch (rank.verdict()) {
          case 1 -> new Badge("better than its rank", Badge.Tone.GOOD);
          case -1 -> new Badge("below its rank", Badge.Tone.WARNING);
          default -> new Span("as its rank");
        };
    cell.add(
        words,
        Cells.faint(
            Formats.percent(rank.observed().rate())
                + ", expected "
                + Formats.percent(rank.expected())));
    cell.setTitle(
        Formats.share(rank.observed())
            + ", 95 % interval "
            + Formats.interval(rank.observed().wilson95())
            + "; average of its positions "
            + Formats.percent(rank.expected()));
    return cell;
  }

  private static double aboveRank(AssetRow row) {
    return row.rank().observed().trials() < AssetRow.AgainstRank.FEWEST
        ? -1
        : row.rank().observed().rate() - row.rank().expected();
  }

  private static Component reasons(AssetRow row) {
    if (row.reasons().isEmpty()) return Cells.faint("–");
    var words =
        row.reasons().stream()
            .limit(2)
            .map(reason -> reason.reason() + " (" + reason.count() + ")")
            .collect(Collectors.joining(", "));
    var cell = new Span(words);
    cell.setTitle(words);
    return cell;
  }

  private Component deals(AssetRow row) {
    if (row.figures().deals().touched() == 0) return Cells.faint("–");
    var button = new NativeButton();
    button.add(Cells.deals(row.figures().deals()));
    button.addClassName("deal-bar-button");
    button.setAriaLabel("Deals of " + row.figures().label());
    button.addClickListener(click -> toDeals.accept(row));
    button.getElement().addEventListener("click", click -> {}).stopPropagation();
    return button;
  }

  private static Component difference(AssetRow row) {
    var compared = row.winRate();
    if (compared == null) return Cells.faint("–");
    var among = compared.among();
    if (among == null) return Cells.faint("not enough deals yet");
    var cell = new Div();
    cell.addClassName("rate-cell");
    var points = new Span(Cells.points(among.pulled()));
    points.addClassName("rate");
    cell.add(
        new Div(points, Cells.faint(Cells.points(among.pulledInterval()))),
        new Div(
            among.standsOut()
                ? new Badge("stands out", Badge.Tone.ACCENT)
                : Cells.faint("may be chance"),
            caution(compared)));
    return cell;
  }

  private static Component caution(Comparison compared) {
    if (compared.cautions().isEmpty()) return new Span();
    var words =
        compared.cautions().stream()
            .sorted()
            .map(caution -> caution.label() + ". " + caution.meaning())
            .collect(Collectors.joining(" "));
    return new Badge("caution", Badge.Tone.WARNING, words);
  }

  private static double pulled(AssetRow row) {
    var compared = row.winRate();
    var among = compared == null ? null : compared.among();
    return among == null ? -2 : among.pulled();
  }

  private static Component stage(AssetRow row) {
    var most = row.mostUsedAt();
    if (most == null || row.asset() == null) return Cells.faint("–");
    if (!row.usedElsewhere()) return new Span(most.label());
    var madeFor = madeFor(row);
    var cell =
        new Div(new Badge(most.label(), Badge.Tone.WARNING), Cells.faint("made for " + madeFor));
    cell.addClassName("rate-cell");
    cell.setTitle("Made for " + madeFor + ", used in " + most.label());
    return cell;
  }

  private static Component cost(AssetRow row) {
    var cost = row.asset() == null ? null : row.asset().cost();
    if (cost == null) return Cells.faint("–");
    double back = row.returnOnCost();
    var cell = new Div(new Span(Formats.shortMoney(cost)));
    cell.addClassName("rate-cell");
    if (Double.isFinite(back))
      cell.add(Cells.faint("return " + String.format(java.util.Locale.ROOT, "%.1f", back) + " ×"));
    return cell;
  }

  private String nearCopies(AssetRow row) {
    if (row.asset() == null) return "–";
    int count = copies.of(row.asset().id(), 10).size();
    return count == 0 ? "–" : String.valueOf(count);
  }

  private static double finite(double value) {
    return Double.isFinite(value) ? value : -1;
  }
}
