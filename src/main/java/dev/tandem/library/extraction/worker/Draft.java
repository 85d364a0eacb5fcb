package dev.tandem.library.extraction.worker;

import dev.tandem.library.extraction.ExtractedText;
import dev.tandem.library.extraction.Page;
import dev.tandem.library.extraction.PageUnit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text in the making. Readers add to it from top to bottom; it stops them at the limit. */
final class Draft {
  /** Thrown at the limit; readers let it pass. */
  static final class Full extends RuntimeException {
    private static final long serialVersionUID = 1;

    Full() {
      super("the limit of characters is reached", null, false, false);
    }
  }

  private static final int MAX_LINE = 300;
  private static final int MAX_DESCRIPTION = 2_000;
  private static final int MAX_HEADINGS_A_PAGE = 200;

  /** Titles that programs put into metadata on their own. */
  private static final Pattern NO_TITLE =
      Pattern.compile(
          "(?i)(microsoft (word|powerpoint|excel)|untitled|unbenannt|sans titre|document|dokument"
              + "|presentation|powerpoint.presentation|slide|title|index|home)[ -]*\\d*"
              + "|microsoft (word|powerpoint|excel) - .*|.*\\.(docx?|pptx?|xlsx?|indd|pdf|html?)");

  private static final Pattern LANGUAGE_TAG = Pattern.compile("[A-Za-z]{2}([-_].*)?");

  private final int limit;
  private int used;
  private boolean full;
  private PageUnit unit = PageUnit.WHOLE;
  private final List<Page> pages = new ArrayList<>();
  private final List<String> headings = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder notes = new StringBuilder();
  private @Nullable String pageTitle;
  private boolean pageOpen;
  private boolean onlyHeadings = true;
  private @Nullable String title;
  private @Nullable String mainHeading;
  private @Nullable String description;
  private @Nullable String author;
  private @Nullable LocalDate created;
  private @Nullable String declaredLanguage;
  private final Map<String, Object> frontMatter = new LinkedHashMap<>();
  private final Set<String> warnings = new LinkedHashSet<>();

  Draft(int limit) {
    this.limit = limit;
  }

  void unit(PageUnit unit) {
    this.unit = unit;
  }

  void title(@Nullable String raw) {
    if (title == null && raw != null) {
      var line = CleanText.line(raw, MAX_LINE);
      if (!line.isEmpty() && !NO_TITLE.matcher(line).matches()) {
        title = line;
      }
    }
  }

  void description(@Nullable String raw) {
    if (description == null && raw != null && !raw.isBlank()) {
      description = CleanText.line(raw, MAX_DESCRIPTION);
    }
  }

  void author(@Nullable String raw) {
    if (author == null && raw != null && !raw.isBlank()) {
      author = CleanText.line(raw, MAX_LINE);
    }
  }

  void created(@Nullable LocalDate date) {
    if (created == null) {
      created = date;
    }
  }

  /** What the file says of itself, taken where the text alone is too short to tell. */
  void language(@Nullable String tag) {
    if (declaredLanguage == null && tag != null && LANGUAGE_TAG.matcher(tag.strip()).matches()) {
      declaredLanguage = tag.strip().substring(0, 2).toLowerCase(Locale.ROOT);
    }
  }

  /** Called when a reader itself leaves out the end of a file. */
  void cutOff() {
    full = true;
  }

  int limit() {
    return limit;
  }

  void frontMatter(Map<String, Object> values) {
    frontMatter.putAll(values);
  }

  void warn(String sentence) {
    warnings.add(sentence);
  }

  /** Begins the next page, even when the last one stayed empty: numbers must match the file's. */
  void startPage(@Nullable String raw) {
    closePage();
    pageOpen = true;
    pageTitle = raw == null || raw.isBlank() ? null : CleanText.line(raw, MAX_LINE);
  }

  /** A heading of level 1 to 6; in a text of sections the first two levels begin a new one. */
  void heading(int level, String raw) {
    var line = CleanText.line(raw, MAX_LINE);
    if (line.isEmpty()) {
      return;
    }
    if (level == 1 && mainHeading == null) {
      mainHeading = line;
    }
    if (unit == PageUnit.SECTION && level <= 2 && (!pageOpen || !onlyHeadings)) {
      startPage(line);
    } else if (unit == PageUnit.SECTION && pageTitle == null && onlyHeadings) {
      pageTitle = line;
    }
    note(line);
    append(text, line);
  }

  /** The title of a slide that is already open. */
  void slideTitle(String raw) {
    pageTitle = CleanText.line(raw, MAX_LINE);
    heading(pages.isEmpty() ? 1 : 2, raw);
  }

  private void note(String heading) {
    if (headings.size() < MAX_HEADINGS_A_PAGE && !headings.contains(heading)) {
      headings.add(heading);
    }
  }

  void paragraph(String raw) {
    var clean = CleanText.of(raw);
    if (!clean.isEmpty()) {
      onlyHeadings = false;
      append(text, clean);
    }
  }

  void notes(String raw) {
    var clean = CleanText.of(raw);
    if (!clean.isEmpty()) {
      append(notes, clean);
    }
  }

  private void append(StringBuilder to, String clean) {
    pageOpen = true;
    if (to.length() > 0) {
      to.append("\n\n");
      used += 2;
    }
    int room = limit - used;
    used += clean.length();
    to.append(CleanText.head(clean, Math.max(0, room)));
    if (clean.length() > room) {
      full = true;
      throw new Full();
    }
  }

  private void closePage() {
    if (pageOpen) {
      pages.add(
          new Page(
              pages.size() + 1, pageTitle, headings, text.toString(), notes.toString().strip()));
    }
    pageOpen = false;
    onlyHeadings = true;
    pageTitle = null;
    headings.clear();
    text.setLength(0);
    notes.setLength(0);
  }

  boolean isFull() {
    return full;
  }

  /** Whether the page that is open has any text yet. */
  boolean pageHasText() {
    return text.length() > 0;
  }

  ExtractedText finish(String mediaType, LanguageGuess languages) {
    closePage();
    if (full) {
      warn(
          "Only the first %,d characters were read; the rest of the file cannot be found by search."
              .formatted(Math.min(used, limit)));
    }
    title(mainHeading);
    if (unit == PageUnit.SECTION && pages.size() == 1) {
      unit = PageUnit.WHOLE;
    }
    var language = languages.of(pages);
    return new ExtractedText(
        mediaType,
        title,
        description,
        author,
        created,
        language == null ? declaredLanguage : language,
        unit,
        pages,
        frontMatter,
        full,
        List.copyOf(warnings));
  }
}
