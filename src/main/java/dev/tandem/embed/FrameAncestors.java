package dev.tandem.embed;

import dev.tandem.embed.context.Tenants;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.stereotype.Component;

/** Lets each tenant's CRM, and no other page, show the sidebar in a frame. */
@Component
class FrameAncestors implements HeaderWriter {
  static final String TENANT = "crm";
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors ";
  private static final Pattern ENTRANCE = Pattern.compile(".*/embed/in/([^/]+)");
  private static final String HEADER = "Content-Security-Policy";

  private final EmbedSettings settings;
  private final Tenants tenants;

  FrameAncestors(EmbedSettings settings, Tenants tenants) {
    this.settings = settings;
    this.tenants = tenants;
  }

  @Override
  public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
    if (response.containsHeader(HEADER)) return; // files say more
    var allowed = of(tenant(request));
    response.setHeader(
        HEADER, POLICY + (allowed.isEmpty() ? "'self'" : "'self' " + String.join(" ", allowed)));
  }

  /** The origins for a tenant, or those of the installation without one. */
  List<String> of(@Nullable String tenant) {
    return tenants
        .find(tenant)
        .map(known -> known.frameAncestors())
        .orElse(settings.frameAncestors());
  }

  private static @Nullable String tenant(HttpServletRequest request) {
    var entrance = ENTRANCE.matcher(request.getRequestURI());
    return entrance.matches() ? entrance.group(1) : query(request);
  }

  /** From the query alone: a form's body is not for us to read here. */
  private static @Nullable String query(HttpServletRequest request) {
    var query = request.getQueryString();
    if (query == null) return null;
    for (var part : query.split("&", -1))
      if (part.startsWith(TENANT + "=")) return part.substring(TENANT.length() + 1);
    return null;
  }
}
