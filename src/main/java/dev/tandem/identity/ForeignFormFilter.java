package dev.tandem.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses sign-in forms that another site submits, by the header in which browsers say so (W3C
 * Fetch Metadata). Flow exempts this form from its CSRF token, so that a page left open over night
 * still works.
 */
class ForeignFormFilter extends OncePerRequestFilter {
  private static final Set<String> OUR_OWN = Set.of("same-origin", "none");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var site = request.getHeader("Sec-Fetch-Site");
    if (site != null && !OUR_OWN.contains(site))
      response.sendRedirect(request.getContextPath() + PageSecurity.SIGN_IN);
    else chain.doFilter(request, response);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("POST")
        || !request.getRequestURI().equals(request.getContextPath() + PageSecurity.SIGN_IN);
  }
}
