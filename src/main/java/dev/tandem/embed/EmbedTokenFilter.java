package dev.tandem.embed;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads the sidebar's bearer token; the context it stands for becomes the principal. */
class EmbedTokenFilter extends OncePerRequestFilter {
  static final String AUTHORITY = "SIDEBAR";
  private static final String BEARER = "Bearer ";
  private static final int LONGEST = 4_096;

  private final EmbedTokens tokens;

  EmbedTokenFilter(EmbedTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header != null && header.startsWith(BEARER) && header.length() <= LONGEST)
      tokens
          .read(header.substring(BEARER.length()).strip())
          .ifPresent(
              context -> {
                var authentication =
                    UsernamePasswordAuthenticationToken.authenticated(
                        context, null, List.of(new SimpleGrantedAuthority(AUTHORITY)));
                var security = SecurityContextHolder.createEmptyContext();
                security.setAuthentication(authentication);
                SecurityContextHolder.setContext(security);
              });
    chain.doFilter(request, response);
  }
}
