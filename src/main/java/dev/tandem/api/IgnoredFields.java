package dev.tandem.api;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;

/**
 * Tells the fields of a JSON body that nothing reads, so that a typo does not give another answer
 * without a word. The call is answered all the same: who was written for another version sends
 * fields that this one does not know.
 */
@RestControllerAdvice
public class IgnoredFields extends RequestBodyAdviceAdapter {
  /** The header of the answer: names of fields, divided by commas. */
  static final String HEADER = "Tandem-Ignored-Fields";

  private static final String ATTRIBUTE = IgnoredFields.class.getName();

  /** More are not told; a header has to end somewhere. */
  private static final int MOST = 20;

  private record Ignored(String name, List<String> known) {
    String words() {
      return name
          + ": not known here and left out"
          + (known.isEmpty() ? "" : "; known are " + String.join(", ", known));
    }
  }

  /** One sentence for each field of the body that was left out, with those that are known there. */
  public static List<String> of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof List<?> ignored
        ? ignored.stream()
            .filter(Ignored.class::isInstance)
            .map(each -> ((Ignored) each).words())
            .toList()
        : List.of();
  }

  @Override
  public boolean supports(
      MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
    return true;
  }

  @Override
  public HttpInputMessage beforeBodyRead(
      HttpInputMessage body,
      MethodParameter parameter,
      Type type,
      Class<? extends HttpMessageConverter<?>> converter) {
    var here = here();
    if (here != null) here.getRequest().setAttribute(ATTRIBUTE, new ArrayList<Ignored>());
    return body;
  }

  @Override
  public Object afterBodyRead(
      Object read,
      HttpInputMessage body,
      MethodParameter parameter,
      Type type,
      Class<? extends HttpMessageConverter<?>> converter) {
    var here = here();
    if (here == null || here.getResponse() == null) return read;
    var ignored = ignored(here);
    if (!ignored.isEmpty())
      Objects.requireNonNull(here.getResponse())
          .setHeader(
              HEADER,
              ignored.stream()
                  .map(each -> printable(each.name()))
                  .collect(Collectors.joining(", ")));
    here.getRequest().setAttribute(ATTRIBUTE, List.copyOf(ignored));
    return read;
  }

  private static @Nullable ServletRequestAttributes here() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes servlet
        ? servlet
        : null;
  }

  @SuppressWarnings("unchecked") // nobody else writes this attribute
  private static List<Ignored> ignored(ServletRequestAttributes here) {
    return here.getRequest().getAttribute(ATTRIBUTE) instanceof ArrayList<?> open
        ? (List<Ignored>) open
        : List.of();
  }

  /** A caller chose the name; it must not write into the answer's head. */
  private static String printable(String name) {
    return name.substring(0, Math.min(name.length(), 100)).replaceAll("[^A-Za-z0-9_.-]", "?");
  }

  /** Hears of each field that no property takes; only while a body is read does it note it. */
  static final class Listening extends DeserializationProblemHandler {
    @Override
    public boolean handleUnknownProperty(
        DeserializationContext context,
        JsonParser parser,
        ValueDeserializer<?> deserializer,
        Object beanOrClass,
        String name) {
      var here = here();
      if (here != null && here.getRequest().getAttribute(ATTRIBUTE) instanceof ArrayList<?>) {
        var ignored = ignored(here);
        if (ignored.size() < MOST) ignored.add(new Ignored(name, known(deserializer)));
      }
      return false;
    }

    private static List<String> known(ValueDeserializer<?> deserializer) {
      Collection<Object> names = deserializer.getKnownPropertyNames();
      return names == null ? List.of() : names.stream().map(String::valueOf).sorted().toList();
    }
  }
}
