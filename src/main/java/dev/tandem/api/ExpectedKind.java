package dev.tandem.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** What kind of value stands at a place, in words for callers instead of the names of classes. */
final class ExpectedKind {
  private static final Map<Class<?>, String> SAMPLES =
      Map.of(
          LocalDate.class, "a date such as 2026-01-31",
          YearMonth.class, "a month such as 2026-01",
          Instant.class, "a time such as 2026-01-31T09:30:00Z",
          OffsetDateTime.class, "a time such as 2026-01-31T09:30:00Z");

  private ExpectedKind() {}

  static String of(@Nullable Class<?> type) {
    if (type == null) return "a value of another kind";
    var boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
    var sample = SAMPLES.get(boxed);
    if (sample != null) return sample;
    if (boxed.isEnum())
      return "one of "
          + String.join(
              ", ", Arrays.stream(boxed.getEnumConstants()).map(Object::toString).toList());
    if (Number.class.isAssignableFrom(boxed)) return "a number";
    if (boxed == Boolean.class) return "true or false";
    if (CharSequence.class.isAssignableFrom(boxed)) return "text";
    if (boxed.isArray() || Collection.class.isAssignableFrom(boxed)) return "a list in [ ]";
    return "an object in { }";
  }
}
