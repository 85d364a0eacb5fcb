package dev.tandem.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in who comes with a valid bearer token; others go on as nobody. */
class ApiTokenFilter extends OncePerRequestFilter {
  /** Set when a token came that is not, or no longer, valid. */
  static final String REFUSED = ApiTokenFilter.class.getName() + ".refused";

  /** The {@link TokenAuthentication} of a token that was let in, for those outside the chain. */
  static final String TOKEN = ApiTokenFilter.class.getName() + ".token";

  private static final String SCHEME = "Bearer ";

  private final JdbcApiTokens tokens;

  ApiTokenFilter(JdbcApiTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      var bearer = tokens.bearerOf(new TokenSecret(header.substring(SCHEME.length()).strip()));
      if (bearer.isPresent()) {
        var context = SecurityContextHolder.createEmptyContext();
        var token = new TokenAuthentication(bearer.get());
        context.setAuthentication(token);
        request.setAttribute(TOKEN, token);
        SecurityContextHolder.setContext(context);
      } else request.setAttribute(REFUSED, true);
    }
    chain.doFilter(request, response);
  }
}
