package dev.tandem.api;

import dev.tandem.shared.Foreground;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells the work in the background that somebody waits for an answer. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class WaitingPeople extends OncePerRequestFilter {
  private final Foreground foreground;

  WaitingPeople(Foreground foreground) {
    this.foreground = foreground;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    foreground.asked();
    try {
      chain.doFilter(request, response);
    } finally {
      foreground.answered();
    }
  }
}
