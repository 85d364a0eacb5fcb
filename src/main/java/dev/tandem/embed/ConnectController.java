package dev.tandem.embed;

import dev.tandem.embed.context.Contexts;
import dev.tandem.embed.context.DealHint;
import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.OwnAccount;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/**
 * For CRMs that sign nothing: behind the sign-in, {@code /connect?crm=NAME&deal=ID} leads a person
 * to the sidebar of that deal, or, as a window that the sidebar opened, hands it a token. Other
 * sites can open this window, too, but its word goes to pages of our own origin only.
 */
@RestController
class ConnectController {
  private static final Logger log = LoggerFactory.getLogger(ConnectController.class);

  private final Contexts contexts;
  private final EmbedTokens tokens;
  private final CurrentUser user;
  private final OwnAccount account;

  ConnectController(Contexts contexts, EmbedTokens tokens, CurrentUser user, OwnAccount account) {
    this.contexts = contexts;
    this.tokens = tokens;
    this.user = user;
    this.account = account;
  }

  /**
   * @param window present when the sidebar in a frame opened this window
   */
  @GetMapping("/connect")
  ResponseEntity<String> connect(
      @RequestParam(defaultValue = "") String crm,
      @RequestParam(defaultValue = "") String deal,
      @RequestParam(required = false) @Nullable String window) {
    var id = contexts.dealOf(crm, deal);
    if (id.isEmpty())
      return ResponseEntity.status(HttpStatus.NOT_FOUND)
          .contentType(html())
          .body(
              page(
                  "<h1>No such address</h1><p>It names a CRM that Tandem does not know, or no deal."
                      + " Please tell your administrator.</p>",
                  ""));
    if (account.mustChangePassword()) return to("/account");
    var rep = user.require().id();
    var token = tokens.issue(rep, id.get(), DealHint.NOTHING, EmbedContext.SIGN_IN);
    log.info("{} signed in for the sidebar of {}", rep, crm);
    if (window == null)
      return to(
          "/embed/deal?crm=" + URLEncoder.encode(crm, StandardCharsets.UTF_8) + "#token=" + token);
    return ResponseEntity.ok()
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .contentType(html())
        .body(
            page(
                "<h1>You are signed in</h1><p>This window closes by itself.</p>"
                    + "<script src=\"/embed/connect.js\"></script>",
                token));
  }

  private static MediaType html() {
    return new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
  }

  private static ResponseEntity<String> to(String path) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .location(URI.create(path))
        .build();
  }

  private static String page(String content, String token) {
    return """
    <!doctype html>
    <html lang="en">
    <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark"><title>Tandem</title>
    <link rel="stylesheet" href="/embed/sidebar.css"></head>
    <body data-token="%s"><main>%s</main></body>
    </html>
    """
        .formatted(HtmlUtils.htmlEscape(token), content);
  }
}
