package dev.tandem.recommendation.curation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import dev.tandem.identity.Role;
import dev.tandem.testing.SignedInAs;
import dev.tandem.testing.TandemTest;
import org.junit.jupiter.api.Test;

@TandemTest
@SignedInAs(Role.MARKETER)
class NewRuleTest extends SpringBrowserlessTest {

  private void press(String words) {
    test($(Button.class).all().stream()
            .filter(button -> button.getText().equals(words))
            .findFirst()
            .orElseThrow())
        .click();
  }

  @Test
  void everythingThatIsMissingIsMarkedAtOnce() {
    navigate("curation", CurationView.class);
    press("New rule");
    press("Save");
    assertThat($(ComboBox.class).all())
        .filteredOn(field -> "Content".equals(field.getLabel()))
        .allMatch(ComboBox::isInvalid)
        .hasSize(1);
    assertThat($(TextField.class).all())
        .filteredOn(field -> "Reason".equals(field.getLabel()))
        .allMatch(TextField::isInvalid)
        .hasSize(1);
  }
}
