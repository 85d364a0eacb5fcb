package dev.tandem.identity.ui;

import com.vaadin.flow.server.VaadinRequest;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.SavedRequest;

/** The page that somebody wanted to see who has to sign in first, or whose session has ended. */
final class AskedPage {
  /** Where Spring Security keeps the request that it goes on with after the sign-in. */
  private static final String KEPT_AS = "SPRING_SECURITY_SAVED_REQUEST";

  private AskedPage() {}

  /**
   * Why somebody stands at the door, in a sentence or two; empty for who came to it by themselves.
   */
  static Optional<String> said() {
    var request = VaadinRequest.getCurrent();
    var session = request == null ? null : request.getWrappedSession(false);
    return said(session == null ? null : session.getAttribute(KEPT_AS));
  }

  static Optional<String> said(@Nullable Object kept) {
    if (!(kept instanceof SavedRequest asked)) return Optional.empty();
    var path = URI.create(asked.getRedirectUrl()).getPath();
    if (path == null || path.length() < 2) return Optional.empty();
    return Optional.of(
        "Sign in, and the page you were on opens. If you were at work there, your session has"
            + " ended: do again what you did last.");
  }
}
