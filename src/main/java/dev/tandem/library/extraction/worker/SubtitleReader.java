package dev.tandem.library.extraction.worker;

import dev.tandem.library.extraction.ExtractionOutcome.Reason;
import dev.tandem.library.extraction.PageUnit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SRT and WebVTT: cues become running text, about a minute to a page, so that a hit has a time. */
final class SubtitleReader implements DocumentReader {
  private static final String TIME = "(?:(\\d{1,3}):)?(\\d{1,2}):(\\d{2})[.,]\\d{1,3}";
  private static final Pattern TIMING =
      Pattern.compile("^\\s*" + TIME + "\\s*-->\\s*" + TIME, Pattern.MULTILINE);
  private static final Pattern SPEAKER = Pattern.compile("<v(?:\\.[^ >]*)?\\s+([^>]{1,80})>");
  private static final Pattern MARKUP =
      Pattern.compile("</?[A-Za-z0-9][^>\\n]{0,200}>|\\{\\\\[^}\\n]{0,80}\\}");
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?…。]['\"”»)]*$");

  private static final long PAGE_SECONDS = 60;
  private static final long LONGEST_PAGE_SECONDS = 90;
  private static final long PAUSE_SECONDS = 4;

  private record Cue(long start, long end, String text) {}

  @Override
  public void read(SourceFile file, Draft draft) throws Exception {
    draft.unit(PageUnit.TIME);
    int maxBytes = (int) Math.min(Integer.MAX_VALUE - 16, 8L * draft.limit());
    var cues =
        cues(TextBytes.read(file, maxBytes, draft).replace("\r\n", "\n").replace('\r', '\n'));
    if (cues.isEmpty()) {
      throw new UnreadableFile(
          Reason.CORRUPT,
          "The file is named like subtitles but has no times such as 00:01:05,000 --> 00:01:08,000. "
              + "Export the subtitles again as SRT or VTT, or name the file .txt.");
    }
    int from = 0;
    for (int i = 0; i < cues.size(); i++) {
      boolean last = i == cues.size() - 1;
      long seconds = cues.get(i).end() - cues.get(from).start();
      boolean sentenceOver = SENTENCE_END.matcher(cues.get(i).text()).find();
      if (last || seconds >= LONGEST_PAGE_SECONDS || (seconds >= PAGE_SECONDS && sentenceOver)) {
        write(cues.subList(from, i + 1), draft);
        from = i + 1;
      }
    }
  }

  private static void write(List<Cue> cues, Draft draft) {
    draft.startPage(clock(cues.getFirst().start()) + "–" + clock(cues.getLast().end()));
    var paragraph = new StringBuilder();
    long end = cues.getFirst().start();
    for (var cue : cues) {
      if (cue.start() - end >= PAUSE_SECONDS || SPEAKER_LABEL.matcher(cue.text()).find()) {
        draft.paragraph(paragraph.toString());
        paragraph.setLength(0);
      }
      paragraph.append(paragraph.isEmpty() ? "" : " ").append(cue.text());
      end = cue.end();
    }
    draft.paragraph(paragraph.toString());
  }

  private static final Pattern SPEAKER_LABEL = Pattern.compile("^\\p{Lu}[\\p{L} .'-]{1,40}: ");

  private static List<Cue> cues(String text) {
    var cues = new ArrayList<Cue>();
    var said = "";
    var timing = TIMING.matcher(text);
    boolean found = timing.find();
    while (found) {
      long start = seconds(timing, 1);
      long end = Math.max(start, seconds(timing, 4));
      int lineEnd = text.indexOf('\n', timing.end());
      int from = lineEnd < 0 ? text.length() : lineEnd + 1;
      found = timing.find();
      var block = text.substring(from, Math.max(from, found ? timing.start() : text.length()));
      var words = words(block, said);
      if (!words.isEmpty()) {
        cues.add(new Cue(start, end, words));
        said = words;
      }
    }
    return cues;
  }

  /** The cue up to its empty line; captions that roll repeat their last line, once is enough. */
  private static String words(String block, String before) {
    var words = new StringBuilder();
    for (var line : block.split("\n")) {
      if (line.isBlank()) {
        break;
      }
      var spoken =
          CleanText.line(
              MARKUP
                  .matcher(
                      SPEAKER
                          .matcher(line)
                          .replaceAll(match -> Matcher.quoteReplacement(match.group(1) + ": ")))
                  .replaceAll("")
                  .replace("&amp;", "&")
                  .replace("&lt;", "<")
                  .replace("&gt;", ">")
                  .replace("&nbsp;", " "));
      boolean repeated =
          words.isEmpty() && !spoken.isEmpty() && before.endsWith(spoken) && spoken.length() > 12;
      if (!spoken.isEmpty() && !repeated) {
        words.append(words.isEmpty() ? "" : " ").append(spoken);
      }
    }
    return words.toString();
  }

  private static long seconds(Matcher timing, int group) {
    var hours = timing.group(group);
    return (hours == null ? 0 : Long.parseLong(hours) * 3600)
        + Long.parseLong(timing.group(group + 1)) * 60
        + Long.parseLong(timing.group(group + 2));
  }

  private static String clock(long seconds) {
    var time = Duration.ofSeconds(seconds);
    return time.toHours() > 0
        ? "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart())
        : "%02d:%02d".formatted(time.toMinutesPart(), time.toSecondsPart());
  }
}
