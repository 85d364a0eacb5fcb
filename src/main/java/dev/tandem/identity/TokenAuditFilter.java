package dev.tandem.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Writes down what was changed, or refused, by an API token. */
class TokenAuditFilter extends OncePerRequestFilter {
  private static final Logger log = LoggerFactory.getLogger(TokenAuditFilter.class);
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final JdbcTokenAudit audit;

  TokenAuditFilter(JdbcTokenAudit audit) {
    this.audit = audit;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return READING.contains(request.getMethod());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    int status = 500;
    try {
      chain.doFilter(request, response);
      status = response.getStatus();
    } finally {
      note(request, status);
    }
  }

  private void note(HttpServletRequest request, int status) {
    if (!(request.getAttribute(ApiTokenFilter.TOKEN) instanceof TokenAuthentication token)) return;
    try {
      audit.note(
          token.tokenId(), token.user().id(), request.getMethod(), request.getRequestURI(), status);
    } catch (DataAccessException away) {
      // what was done is done; without a database hardly anything is
      log.error(
          "Not in the audit: token {} {} {} {}",
          token.tokenId(),
          request.getMethod(),
          request.getRequestURI(),
          status,
          away);
    }
  }
}
