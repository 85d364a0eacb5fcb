package dev.tandem.library;

import org.jspecify.annotations.Nullable;

/**
 * One value that an asset is labelled with, and why.
 *
 * @param confidence how sure the inference is, in [0, 1]; 1 for every other origin
 * @param basis the words of the text an inference rests on, or null
 */
public record Label<T>(T value, LabelOrigin origin, double confidence, @Nullable String basis) {
  public Label {
    if (!(confidence >= 0 && confidence <= 1))
      throw new IllegalArgumentException("confidence outside [0, 1]: " + confidence);
  }

  public static <T> Label<T> given(T value) {
    return new Label<>(value, LabelOrigin.GIVEN, 1, null);
  }

  public static <T> Label<T> inferred(T value, double confidence, @Nullable String basis) {
    return new Label<>(value, LabelOrigin.INFERRED, confidence, basis);
  }

  public boolean isInferred() {
    return origin == LabelOrigin.INFERRED;
  }
}
