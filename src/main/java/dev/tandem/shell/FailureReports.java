package dev.tandem.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import dev.tandem.shared.ui.Notices;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes failures to the log under a number that people can name; they see only that. */
@Component
class FailureReports implements VaadinServiceInitListener {
  private static final long serialVersionUID = 1;
  private static final Logger LOG = LoggerFactory.getLogger(FailureReports.class);

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event
        .getSource()
        .addSessionInitListener(
            init ->
                init.getSession()
                    .setErrorHandler(
                        failure -> {
                          var reference = report(failure.getThrowable());
                          var ui = UI.getCurrent();
                          if (ui != null)
                            ui.access(
                                () ->
                                    Notices.failed(
                                        "That did not work. Try again; if it stays, tell your"
                                            + " administrator this reference: "
                                            + reference));
                        }));
  }

  /** The number under which the log has it, such as {@code 7f3a-91c2}. */
  static String report(Throwable failure) {
    int bits = ThreadLocalRandom.current().nextInt();
    var reference = String.format(Locale.ROOT, "%04x-%04x", bits >>> 16, bits & 0xffff);
    LOG.error("Failure {}", reference, failure);
    return reference;
  }
}
