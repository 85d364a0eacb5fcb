package dev.tandem.library.extraction.worker;

import dev.tandem.library.extraction.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.apache.tika.langdetect.optimaize.OptimaizeLangDetector;
import org.apache.tika.language.detect.LanguageDetector;
import org.jspecify.annotations.Nullable;

/** Names the language of a text; silent where it would be guessing. */
final class LanguageGuess {
  /** Below this many letters the detector is wrong too often. */
  private static final int FEWEST_LETTERS = 60;

  private static final int ENOUGH_LETTERS = 20_000;
  private static final Set<String> KNOWN =
      Set.of(
          "en", "de", "fr", "nl", "es", "it", "pt", "da", "sv", "no", "fi", "pl", "cs", "sk", "hu",
          "ro", "bg", "el", "tr", "ru", "uk", "hr", "sl", "et", "lv", "lt", "ja", "ko", "zh-CN",
          "zh-TW", "ar", "he", "hi", "th", "vi", "id");

  private @Nullable LanguageDetector detector;

  @Nullable String of(List<Page> pages) {
    var sample = new StringBuilder();
    for (var page : pages) {
      sample.append(page.text(), 0, Math.min(page.text().length(), ENOUGH_LETTERS)).append('\n');
      if (sample.length() >= ENOUGH_LETTERS) {
        break;
      }
    }
    if (sample.chars().filter(Character::isLetter).limit(FEWEST_LETTERS).count() < FEWEST_LETTERS) {
      return null;
    }
    var loaded = loaded();
    loaded.reset();
    loaded.addText(sample);
    var result = loaded.detect();
    return result.isReasonablyCertain() ? result.getLanguage().replaceFirst("-.*", "") : null;
  }

  private LanguageDetector loaded() {
    if (detector == null) {
      try {
        detector = new OptimaizeLangDetector().loadModels(KNOWN);
      } catch (IOException e) {
        throw new UncheckedIOException("language models", e);
      }
    }
    return detector;
  }
}
