package dev.tandem.identity;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * What pages may load. A Flow page runs only the scripts of its own response, by a nonce, and those
 * they load themselves; Flow's client makes functions from text, hence {@code unsafe-eval}, and its
 * components carry style attributes, hence {@code unsafe-inline} for styles.
 */
@Component
class ContentPolicy implements VaadinServiceInitListener {
  private static final long serialVersionUID = 1;

  static final String HEADER = "Content-Security-Policy";

  private static final String COMMON =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:;"
          + " font-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self';"
          + " frame-ancestors 'self'; script-src ";

  /** For everything that is not a Flow page. */
  static final String STATIC = COMMON + "'self'";

  private static final SecureRandom RANDOM = new SecureRandom();

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event.addIndexHtmlRequestListener(
        page -> {
          var nonce = newNonce();
          page.getDocument().select("script").forEach(script -> script.attr("nonce", nonce));
          page.getVaadinResponse()
              .setHeader(HEADER, COMMON + "'nonce-" + nonce + "' 'strict-dynamic' 'unsafe-eval'");
        });
  }

  private static String newNonce() {
    var bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
