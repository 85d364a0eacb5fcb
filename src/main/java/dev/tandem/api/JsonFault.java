package dev.tandem.api;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Where in a JSON body the fault is, and what it is, without names of our classes. */
final class JsonFault {
  private JsonFault() {}

  static ProblemDetail in(HttpMessageNotReadableException failure) {
    var problem = ProblemDetail.forStatus(HttpStatus.BAD_REQUEST);
    if (!(failure.getCause() instanceof JacksonException fault)) {
      problem.setDetail("The body is missing or cannot be read; send JSON.");
      return problem;
    }
    if (fault instanceof DatabindException bound && !bound.getPath().isEmpty())
      problem.setProperty("pointer", pointer(bound));
    var location = fault.getLocation();
    if (location != null && location.getLineNr() > 0) {
      problem.setProperty("line", location.getLineNr());
      problem.setProperty("column", location.getColumnNr());
    }
    var pointer = fault instanceof DatabindException bound ? pointer(bound) : "";
    problem.setDetail((pointer.isEmpty() ? "" : "At " + pointer + ": ") + sentence(fault));
    return problem;
  }

  private static String sentence(JacksonException fault) {
    return switch (fault) {
      case UnrecognizedPropertyException unknown ->
          "There is no property '" + unknown.getPropertyName() + "' here.";
      case InvalidFormatException format ->
          "'%s' is not a valid value here; expected is %s."
              .formatted(format.getValue(), ExpectedKind.of(format.getTargetType()));
      case ValueInstantiationException refused -> "Not a valid value: " + reason(refused);
      case MismatchedInputException mismatch ->
          "Expected is " + ExpectedKind.of(mismatch.getTargetType()) + ".";
      case DatabindException other -> "Not a valid value: " + reason(other);
      default -> "The body is not valid JSON: " + fault.getOriginalMessage();
    };
  }

  /** What our own values say when they refuse; anything else may name classes. */
  private static String reason(DatabindException refused) {
    return refused.getCause() instanceof IllegalArgumentException own
        ? String.valueOf(own.getMessage())
        : "it does not fit here.";
  }

  private static String pointer(DatabindException bound) {
    var pointer = new StringBuilder();
    for (Reference step : bound.getPath())
      pointer
          .append('/')
          .append(
              step.getPropertyName() == null
                  ? String.valueOf(step.getIndex())
                  : step.getPropertyName().replace("~", "~0").replace("/", "~1"));
    return pointer.toString();
  }
}
