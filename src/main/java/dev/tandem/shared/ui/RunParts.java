package dev.tandem.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the status pages of things that run now and then are made of. */
public final class RunParts {

  private RunParts() {}

  /** A badge and a caption beside it. */
  public static Component line(Badge mark, String words) {
    var line = new Div(mark, caption(words));
    line.addClassName("badges");
    return line;
  }

  /**
   * "3 Mar 2026, 14:00, took 12 seconds".
   *
   * @param finished null while it is on
   */
  public static String when(Instant started, @Nullable Instant finished) {
    return Formats.moment(started)
        + (finished == null ? "" : ", took " + words(Duration.between(started, finished)));
  }

  private static String words(Duration duration) {
    if (duration.toSeconds() < 1) return "less than a second";
    if (duration.toMinutes() < 2) return Formats.count(duration.toSeconds(), "second", "seconds");
    return Formats.count(duration.toMinutes(), "minute", "minutes");
  }

  /**
   * How a run ended, what stopped it, and its counts.
   *
   * @param failure, advice null where it went through
   * @param read how many records it has seen; of none there are no counts to show
   */
  public static Div summary(
      Component line,
      @Nullable String failure,
      @Nullable String advice,
      long read,
      StatTile... counts) {
    var summary = new Div(line);
    summary.addClassName("sync-content");
    if (failure != null) summary.add(new Callout(failure, advice == null ? "" : advice));
    if (read == 0) {
      summary.add(caption(failure == null ? "Nothing new was found." : "Nothing was read."));
      return summary;
    }
    var tiles = new Div(counts);
    tiles.addClassName("stats");
    summary.add(tiles);
    return summary;
  }

  /** The runs before, folded away. */
  public static Component history(List<Component> rows) {
    return new Details("The last runs", rows(rows));
  }

  public static Component historyRow(String when, String counts, Badge state) {
    var main = new Div(name(when), caption(counts));
    main.addClassName("row-main");
    return row(main, state);
  }

  /**
   * A record that could not be taken, what is wrong with it and what to do.
   *
   * @param beside such as since when, or a link to the record; null for nothing
   */
  public static Component problem(
      String record, String what, String advice, @Nullable Component beside) {
    var main = new Div(name(record), new Span(what), caption(advice));
    main.addClassNames("row-main", "sync-problem");
    return beside == null ? row(main) : row(main, beside);
  }

  /** Under a title such as "3 records could not be taken". */
  public static Component problems(String title, List<Component> problems) {
    var all = new Div(name(title), rows(problems));
    all.addClassName("sync-content");
    return all;
  }

  public static Span caption(String words) {
    var caption = new Span(words);
    caption.addClassName("caption");
    return caption;
  }

  private static Span name(String words) {
    var name = new Span(words);
    name.addClassName("row-name");
    return name;
  }

  private static Div row(Component... parts) {
    var row = new Div(parts);
    row.addClassNames("table-row", "table-row-two");
    return row;
  }

  private static Div rows(List<Component> rows) {
    var table = new Div();
    table.addClassName("table-rows");
    table.add(rows);
    return table;
  }
}
