package dev.tandem.learning.ui;

import dev.tandem.learning.Estimate;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.JourneyStage;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Learned numbers as people read them. */
final class Words {
  private Words() {}

  /** Log-odds as a factor of the odds: "× 1.4 (1.1 to 1.8)". */
  static String times(Estimate effect) {
    return String.format(
        Locale.ENGLISH,
        "× %.1f (%.1f to %.1f)",
        Math.exp(effect.mean()),
        Math.exp(effect.interval().low()),
        Math.exp(effect.interval().high()));
  }

  /** How far the interval stays away from 0; negative when it holds 0. */
  static double distance(Estimate effect) {
    return Math.max(effect.interval().low(), -effect.interval().high());
  }

  static boolean sure(Estimate effect) {
    return distance(effect) > 0;
  }

  /** Those that are surely not none, the surest first. */
  static Stream<Map.Entry<String, Estimate>> surest(Map<String, Estimate> effects) {
    return effects.entrySet().stream()
        .filter(effect -> sure(effect.getValue()))
        .sorted(
            Comparator.comparingDouble(
                (Map.Entry<String, Estimate> effect) -> -distance(effect.getValue())));
  }

  /** In front of the {@code @}. */
  static String type(String key) {
    var id = key.substring(0, Math.max(0, key.indexOf('@')));
    return Stream.of(ContentType.values())
        .filter(each -> each.id().equals(id))
        .map(ContentType::label)
        .findFirst()
        .orElse(id);
  }

  /** How many different ones stand behind the {@code @}. */
  static long groups(Map<String, Estimate> effects) {
    return effects.keySet().stream()
        .map(key -> key.substring(key.indexOf('@') + 1))
        .distinct()
        .count();
  }

  /** Behind the {@code @}: a stage by its name, another group with a capital. */
  static String group(String key) {
    var id = key.substring(key.indexOf('@') + 1);
    return Stream.of(JourneyStage.values())
        .filter(each -> each.id().equals(id))
        .map(JourneyStage::label)
        .findFirst()
        .orElse(
            id.isEmpty() ? id : id.substring(0, 1).toUpperCase(Locale.ENGLISH) + id.substring(1));
  }
}
