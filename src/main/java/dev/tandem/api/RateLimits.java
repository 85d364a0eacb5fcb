package dev.tandem.api;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets each caller make so many requests a second; a caller is whom security found, which is one
 * token, or else an address. Headers as in the IETF draft "RateLimit header fields for HTTP".
 */
class RateLimits extends OncePerRequestFilter {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final ApiLimits limits;
  private final ProblemAnswer problems;
  private final LoadingCache<String, Bucket> buckets;

  RateLimits(ApiLimits limits, ProblemAnswer problems) {
    this.limits = limits;
    this.problems = problems;
    buckets =
        Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build(
                caller ->
                    Bucket.builder()
                        .addLimit(
                            limit ->
                                limit
                                    .capacity(limits.burst())
                                    .refillGreedy(
                                        limits.requestsPerSecond(), Duration.ofSeconds(1)))
                        .build());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var probe = buckets.get(caller(request)).tryConsumeAndReturnRemaining(1);
    response.setHeader(
        "RateLimit-Policy",
        "\"caller\";q=%d;w=%d"
            .formatted(limits.burst(), Math.ceilDiv(limits.burst(), limits.requestsPerSecond())));
    response.setHeader(
        "RateLimit",
        "\"caller\";r=%d;t=%d"
            .formatted(
                probe.getRemainingTokens(), Math.ceilDiv(probe.getNanosToWaitForReset(), SECOND)));
    if (probe.isConsumed()) {
      chain.doFilter(request, response);
      return;
    }
    long wait = Math.max(1, Math.ceilDiv(probe.getNanosToWaitForRefill(), SECOND));
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait));
    problems.send(
        request,
        response,
        HttpStatus.TOO_MANY_REQUESTS,
        "More than %d requests a second. Try again in %d s."
            .formatted(limits.requestsPerSecond(), wait));
  }

  private static String caller(HttpServletRequest request) {
    var principal = request.getUserPrincipal();
    return principal == null
        ? "address " + request.getRemoteAddr()
        : "caller " + principal.getName();
  }
}
