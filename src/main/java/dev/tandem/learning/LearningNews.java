package dev.tandem.learning;

import dev.tandem.identity.Account;
import dev.tandem.identity.Role;
import dev.tandem.identity.UserId;
import dev.tandem.identity.Users;
import dev.tandem.learning.ModelRegistry.Decision;
import dev.tandem.learning.ModelRegistry.Kind;
import dev.tandem.messages.Messages;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells administrators what happens to the model in use while nobody looks at it. */
@Component
public class LearningNews {
  private static final String WHERE = "learning";

  private final Messages messages;
  private final Users users;

  LearningNews(Messages messages, Users users) {
    this.messages = messages;
    this.users = users;
  }

  /** Once for each model that raises the alarm. */
  public void watched(String model, Drift drift) {
    if (!drift.alarm()) return;
    messages.tell(
        administrators(),
        key("drift", model),
        "%s predicts what reps use worse than the experts’ order does, on %d sessions since its training: what is used has changed since. You can put the experts’ order to use until a model that has learned from the change passes the gate."
            .formatted(model, drift.sessions()),
        WHERE);
  }

  /** Only what puts another model to use because the one in use turned out worse. */
  public void decided(Decision decision) {
    if (decision.kind() != Kind.ROLLED_BACK) return;
    messages.tell(
        administrators(),
        key("rolled-back:" + decision.at(), decision.before()),
        "Rolled back by itself: %s.".formatted(decision.reason()),
        WHERE);
  }

  private List<UserId> administrators() {
    return users.all().stream()
        .filter(account -> account.signsIn() && !account.disabled())
        .map(Account::user)
        .filter(user -> user.role() == Role.ADMINISTRATOR)
        .map(user -> user.id())
        .toList();
  }

  private static String key(String what, String model) {
    var key = "learning:" + what + ":" + model;
    return key.length() > 200 ? key.substring(0, 200) : key;
  }
}
