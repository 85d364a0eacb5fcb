package dev.tandem.embed;

import dev.tandem.identity.Account;
import dev.tandem.identity.UserId;
import dev.tandem.identity.Users;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the sidebar's bearer token, or a ticket for one file; what it stands for becomes the
 * principal. A user who was disabled meanwhile is let in no more.
 */
class EmbedTokenFilter extends OncePerRequestFilter {
  static final String AUTHORITY = "SIDEBAR";
  private static final String BEARER = "Bearer ";
  private static final int LONGEST = 4_096;
  private static final Pattern FILE = Pattern.compile(".*/embed/api/assets/([^/]+)/file");

  private final EmbedTokens tokens;
  private final Users users;

  EmbedTokenFilter(EmbedTokens tokens, Users users) {
    this.tokens = tokens;
    this.users = users;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    principal(request)
        .ifPresent(
            principal -> {
              var authentication =
                  UsernamePasswordAuthenticationToken.authenticated(
                      principal, null, List.of(new SimpleGrantedAuthority(AUTHORITY)));
              var security = SecurityContextHolder.createEmptyContext();
              security.setAuthentication(authentication);
              SecurityContextHolder.setContext(security);
            });
    chain.doFilter(request, response);
  }

  private Optional<Object> principal(HttpServletRequest request) {
    var header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header != null && header.startsWith(BEARER) && header.length() <= LONGEST)
      return tokens
          .read(header.substring(BEARER.length()).strip())
          .filter(context -> mayCome(context.rep()))
          .map(context -> context);
    var file = FILE.matcher(request.getRequestURI());
    var ticket = file.matches() ? request.getParameter("ticket") : null;
    if (ticket == null || ticket.length() > LONGEST) return Optional.empty();
    return tokens.readTicket(ticket, file.group(1)).filter(this::mayCome).map(user -> user);
  }

  private boolean mayCome(UserId user) {
    return users.find(user).filter(account -> !account.disabled()).map(Account::user).isPresent();
  }
}
