package dev.tandem.embed;

import dev.tandem.requests.ContentRequest.Wish;
import dev.tandem.requests.ContentRequests;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Nothing fits: the sidebar asks marketing for it, in the rep's name and for the token's deal. */
@RestController
class SidebarWishController {

  /**
   * @param note what is missing, in the rep's words
   * @param query what was looked for, may be empty
   * @param slate that did not help, or null
   */
  record Missing(
      @NotBlank @Size(max = 2000) String note,
      @Size(max = 2000) @Nullable String query,
      @Size(max = 200) @Nullable String slate) {}

  record Noted(long id) {}

  private final ContentRequests requests;

  SidebarWishController(ContentRequests requests) {
    this.requests = requests;
  }

  /** The same wish again answers with the first one. */
  @PostMapping("/embed/api/requests")
  Noted ask(@AuthenticationPrincipal EmbedContext context, @Valid @RequestBody Missing missing) {
    var query = Objects.requireNonNullElse(missing.query(), "").strip();
    var address = query.isEmpty() ? "" : "q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    var wish = new Wish(missing.note(), query, "", address, context.deal());
    return new Noted(requests.ask(context.rep(), wish).id());
  }
}
