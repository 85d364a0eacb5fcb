package dev.tandem.recommendation.evaluation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Four grades for one asset; a click on the present one takes it back. */
final class GradeButtons extends Div {
  /** What the grades mean, from 0. */
  static final List<String> MEANINGS = List.of("wrong", "of some use", "good", "exactly right");

  private final List<NativeButton> buttons = new ArrayList<>();
  private @Nullable Integer grade;

  /**
   * @param chosen hears the grade, or null when it was taken back
   */
  GradeButtons(String title, @Nullable Integer now, Consumer<@Nullable Integer> chosen) {
    addClassName("grade-buttons");
    getElement().setAttribute("role", "group");
    getElement().setAttribute("aria-label", "Grade of " + title);
    for (int i = 0; i < MEANINGS.size(); i++) {
      int each = i;
      var button = new NativeButton(String.valueOf(each));
      button.addClassName("grade-" + each);
      button.setTitle(MEANINGS.get(each));
      button.getElement().setAttribute("aria-label", each + ", " + MEANINGS.get(each));
      button.addClickListener(click -> chosen.accept(grade != null && grade == each ? null : each));
      buttons.add(button);
      add(button);
    }
    show(now);
  }

  void show(@Nullable Integer now) {
    grade = now;
    for (int i = 0; i < buttons.size(); i++)
      buttons
          .get(i)
          .getElement()
          .setAttribute("aria-pressed", String.valueOf(now != null && now == i));
  }
}
