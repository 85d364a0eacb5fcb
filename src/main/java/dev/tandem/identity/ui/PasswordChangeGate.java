package dev.tandem.identity.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import dev.tandem.identity.OwnAccount;
import org.springframework.stereotype.Component;

/** Leads people whose password someone else set to the page where they choose their own. */
@Component
class PasswordChangeGate implements VaadinServiceInitListener {
  private static final long serialVersionUID = 1;

  private final transient OwnAccount account;

  PasswordChangeGate(OwnAccount account) {
    this.account = account;
  }

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event
        .getSource()
        .addUIInitListener(
            init ->
                init.getUI()
                    .addBeforeEnterListener(
                        enter -> {
                          if (account.mustChangePassword()
                              && enter.getNavigationTarget() != AccountView.class)
                            enter.forwardTo(AccountView.class);
                        }));
  }
}
