package dev.tandem.api;

import static java.util.stream.Collectors.joining;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Every failure of a controller as a problem that names what, where and what to do. */
@RestControllerAdvice
class ApiProblems extends ResponseEntityExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(ApiProblems.class);

  /** PostgreSQL's character_not_in_repertoire. */
  private static final String NO_SUCH_CHARACTER = "22021";

  /** How many faults stand in the detail; all are in the list. */
  private static final int NAMED = 3;

  /** Security answers these itself, in the form of the chain that the request came through. */
  @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
  void leaveToSecurity(RuntimeException refusal) {
    throw refusal;
  }

  /** Commits whose fate nobody knows are among these; what is sent again is recognised. */
  @ExceptionHandler({DataAccessResourceFailureException.class, TransactionException.class})
  @Nullable ResponseEntity<Object> databaseAway(Exception failure, WebRequest request) {
    log.error("The database does not answer: {}", failure.toString());
    var headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, "5");
    return problem(
        failure,
        "The database does not answer at the moment. Send the same again in a while.",
        headers,
        HttpStatus.SERVICE_UNAVAILABLE,
        request);
  }

  /** A text with NUL, which JSON allows and no text column of the database takes. */
  @ExceptionHandler(DataIntegrityViolationException.class)
  @Nullable ResponseEntity<Object> refusedByTheDatabase(
      DataIntegrityViolationException failure, WebRequest request) {
    if (!NO_SUCH_CHARACTER.equals(
        causeOf(failure, SQLException.class).map(SQLException::getSQLState).orElse("")))
      return unexpected(failure, request);
    return problem(
        failure,
        "A value holds a NUL character. Leave it out.",
        new HttpHeaders(),
        HttpStatus.BAD_REQUEST,
        request);
  }

  @ExceptionHandler(Exception.class)
  @Nullable ResponseEntity<Object> unexpected(Exception failure, WebRequest request) {
    log.error("Request failed", failure);
    return problem(
        failure,
        "This is a fault of the server. Its log says more under this request id.",
        new HttpHeaders(),
        HttpStatus.INTERNAL_SERVER_ERROR,
        request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException failure,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var tooLarge = causeOf(failure, BodyLimits.BodyTooLargeException.class);
    if (tooLarge.isPresent()) {
      return problem(
          failure, tooLarge.get().getMessage(), headers, HttpStatus.CONTENT_TOO_LARGE, request);
    }
    return handleExceptionInternal(failure, JsonFault.in(failure), headers, status, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException failure,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var detail =
        "%s: '%s' cannot be read; expected is %s."
            .formatted(
                Objects.requireNonNullElse(failure.getPropertyName(), "a value"),
                failure.getValue(),
                ExpectedKind.of(failure.getRequiredType()));
    return problem(failure, detail, headers, status, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
      NoResourceFoundException failure,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return problem(
        failure,
        "There is nothing at this address. /v3/api-docs describes every call.",
        headers,
        status,
        request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotSupported(
      HttpMediaTypeNotSupportedException failure,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var understood = MediaType.toString(failure.getSupportedMediaTypes());
    var detail =
        "Content-Type is %s; understood is %s.".formatted(failure.getContentType(), understood);
    return problem(failure, detail, headers, status, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException failure,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var errors = new ArrayList<Map<String, String>>();
    failure
        .getFieldErrors()
        .forEach(error -> errors.add(error(pointer(error.getField()), error.getDefaultMessage())));
    failure.getGlobalErrors().forEach(error -> errors.add(error("", error.getDefaultMessage())));
    return invalid(failure, errors, headers, status, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
      HandlerMethodValidationException failure,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var errors = new ArrayList<Map<String, String>>();
    failure
        .getParameterValidationResults()
        .forEach(
            result ->
                result
                    .getResolvableErrors()
                    .forEach(
                        error ->
                            errors.add(
                                Map.of(
                                    "parameter",
                                    String.valueOf(result.getMethodParameter().getParameterName()),
                                    "detail",
                                    String.valueOf(error.getDefaultMessage())))));
    return invalid(failure, errors, headers, status, request);
  }

  private @Nullable ResponseEntity<Object> invalid(
      Exception failure,
      List<Map<String, String>> errors,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var problem =
        ProblemDetail.forStatusAndDetail(
            status,
            (errors.size() == 1 ? "A value is not valid: " : "Some values are not valid: ")
                + errors.stream().limit(NAMED).map(ApiProblems::named).collect(joining("; "))
                + (errors.size() > NAMED ? "; …" : "."));
    problem.setProperty("errors", errors);
    return handleExceptionInternal(failure, problem, headers, status, request);
  }

  private static String named(Map<String, String> error) {
    var place = error.getOrDefault("pointer", error.getOrDefault("parameter", ""));
    var detail = String.valueOf(error.get("detail"));
    return place.isEmpty() ? detail : place + " " + detail;
  }

  private @Nullable ResponseEntity<Object> problem(
      Exception failure,
      @Nullable String detail,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return handleExceptionInternal(
        failure, ProblemDetail.forStatusAndDetail(status, detail), headers, status, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception failure,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var answer = super.handleExceptionInternal(failure, body, headers, status, request);
    if (answer != null
        && answer.getBody() instanceof ProblemDetail problem
        && request instanceof ServletWebRequest servlet) name(problem, servlet.getRequest());
    return answer;
  }

  private static void name(ProblemDetail problem, HttpServletRequest request) {
    var id = RequestIds.of(request);
    if (!id.isEmpty()) problem.setProperty(RequestIds.PROPERTY, id);
  }

  private static Map<String, String> error(String pointer, @Nullable String detail) {
    return Map.of("pointer", pointer, "detail", String.valueOf(detail));
  }

  /** A binding path such as {@code items[2].assetId} as a JSON pointer (RFC 6901). */
  private static String pointer(String path) {
    return "/" + path.replace("[", "/").replace("]", "").replace('.', '/');
  }

  private static <T extends Throwable> Optional<T> causeOf(Throwable failure, Class<T> type) {
    for (Throwable one = failure; one != null; one = one.getCause())
      if (type.isInstance(one)) return Optional.of(type.cast(one));
    return Optional.empty();
  }
}
