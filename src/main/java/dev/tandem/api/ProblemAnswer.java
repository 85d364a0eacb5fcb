package dev.tandem.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Problem details for those who answer before any controller is reached, such as filters. */
@Component
public class ProblemAnswer {
  private final JsonMapper json;

  ProblemAnswer(JsonMapper json) {
    this.json = json;
  }

  /**
   * Sends a problem; headers are to be set before.
   *
   * @param detail what is wrong with this request and what to do about it, as a sentence
   */
  public void send(
      HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
      throws IOException {
    send(request, response, status, detail, Map.of());
  }

  /**
   * @param more members of the problem beside the standard ones, such as the limit that was passed
   */
  public void send(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpStatus status,
      String detail,
      Map<String, String> more)
      throws IOException {
    var problem = new LinkedHashMap<String, Object>();
    problem.put("type", "about:blank");
    problem.put("title", status.getReasonPhrase());
    problem.put("status", status.value());
    problem.put("detail", detail);
    problem.put("instance", request.getRequestURI());
    problem.putAll(more);
    problem.put(RequestIds.PROPERTY, RequestIds.of(request));
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.getOutputStream().write(json.writeValueAsBytes(problem));
  }
}
