package dev.tandem.identity.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import dev.tandem.identity.Role;
import dev.tandem.testing.SignedInAs;
import dev.tandem.testing.TandemTest;
import org.junit.jupiter.api.Test;

@TandemTest
@SignedInAs(Role.ADMINISTRATOR)
class NewUserTest extends SpringBrowserlessTest {

  private void press(String words) {
    test($(Button.class).all().stream()
            .filter(button -> button.getText().equals(words))
            .findFirst()
            .orElseThrow())
        .click();
  }

  private TextField field(String label) {
    return $(TextField.class).all().stream()
        .filter(field -> label.equals(field.getLabel()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everythingThatIsMissingIsAskedForAtOnce() {
    navigate("settings/users", UsersView.class);
    press("New user");
    press("Create");
    assertThat(field("User name").isInvalid()).isTrue();
    assertThat(field("Name").isInvalid()).isTrue();
    assertThat(field("User name").getErrorMessage()).isEqualTo("What this person signs in with.");
  }
}
