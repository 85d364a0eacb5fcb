package dev.tandem.api;

import dev.tandem.api.KeptAnswers.Kept;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A POST with an {@code Idempotency-Key} (IETF draft of that name) is carried out once: sent again
 * within a day, it gets the first answer. Answers that say "try again" are not kept, nor those that
 * a controller marks {@code no-store}, since a secret is in them. Uploads of files are left out;
 * the library recognises the same file by itself.
 */
class IdempotencyKeys extends OncePerRequestFilter {
  static final String HEADER = "Idempotency-Key";

  /** Says that the answer is an earlier one. */
  static final String REPLAYED = "Idempotency-Replayed";

  private static final int LONGEST_ANSWER = 1_000_000;

  private final KeptAnswers answers;
  private final ProblemAnswer problems;

  IdempotencyKeys(KeptAnswers answers, ProblemAnswer problems) {
    this.answers = answers;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var type = Objects.requireNonNullElse(request.getContentType(), "").toLowerCase(Locale.ROOT);
    return !request.getMethod().equals("POST")
        || request.getHeader(HEADER) == null
        || request.getUserPrincipal() == null
        || type.startsWith("multipart/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var key = request.getHeader(HEADER).strip();
    if (key.isEmpty() || key.length() > 200 || !key.chars().allMatch(c -> c > 32 && c < 127)) {
      problems.send(
          request,
          response,
          HttpStatus.BAD_REQUEST,
          HEADER + " has 1 to 200 visible characters of ASCII.");
      return;
    }
    var caller = request.getUserPrincipal().getName();
    RepeatableBody repeatable;
    try {
      repeatable = RepeatableBody.of(request);
    } catch (BodyLimits.BodyTooLargeException tooLarge) {
      problems.send(
          request, response, HttpStatus.CONTENT_TOO_LARGE, String.valueOf(tooLarge.getMessage()));
      return;
    }
    var digest =
        Digests.sha256(
            (request.getRequestURI() + '\n').getBytes(StandardCharsets.UTF_8), repeatable.body());
    switch (answers.begin(caller, key, digest)) {
      case Kept.First() -> carryOut(caller, key, repeatable, response, chain);
      case Kept.Other() ->
          problems.send(
              request,
              response,
              HttpStatus.UNPROCESSABLE_CONTENT,
              "This " + HEADER + " was used for another request; use a new one.");
      case Kept.Running() -> {
        response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        problems.send(
            request,
            response,
            HttpStatus.CONFLICT,
            "The first request with this " + HEADER + " is still running.");
      }
      case Kept.Answer(var status, var type, var location, var body) ->
          again(response, status, type, location, body);
    }
  }

  private void carryOut(
      String caller,
      String key,
      RepeatableBody request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    var caught = new ContentCachingResponseWrapper(response);
    boolean kept = false;
    try {
      chain.doFilter(request, caught);
      int status = caught.getStatus();
      var body = caught.getContentAsByteArray();
      boolean secret =
          Objects.equals(
              CacheControl.noStore().getHeaderValue(), caught.getHeader(HttpHeaders.CACHE_CONTROL));
      if (status < 500
          && status != 409
          && status != 429
          && !secret
          && body.length <= LONGEST_ANSWER) {
        answers.keep(
            caller, key, status, caught.getContentType(), caught.getHeader("Location"), body);
        kept = true;
      }
    } finally {
      if (!kept) answers.forget(caller, key);
      caught.copyBodyToResponse();
    }
  }

  private static void again(
      HttpServletResponse response,
      int status,
      @Nullable String type,
      @Nullable String location,
      byte[] body)
      throws IOException {
    response.setStatus(status);
    response.setHeader(REPLAYED, "true");
    if (type != null) response.setContentType(type);
    if (location != null) response.setHeader(HttpHeaders.LOCATION, location);
    response.getOutputStream().write(body);
  }
}
