package dev.tandem.feedback;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The fields of one JSON object, read by name; what nobody asked for can be told at the end. */
final class EventFields {
  private final ObjectNode object;
  private final String path;
  private final Set<String> read = new HashSet<>();

  EventFields(ObjectNode object) {
    this(object, "");
  }

  private EventFields(ObjectNode object, String path) {
    this.object = object;
    this.path = path;
  }

  String name(String field) {
    if (path.isEmpty()) return field;
    return field.isEmpty() ? path : path + "." + field;
  }

  private @Nullable JsonNode field(String field) {
    read.add(field);
    var value = object.get(field);
    return value == null || value.isNull() ? null : value;
  }

  private JsonNode required(String field) throws EventProblem {
    var value = field(field);
    if (value == null) throw new EventProblem(name(field) + ": missing");
    return value;
  }

  String text(String field) throws EventProblem {
    var text = text(field, required(field));
    if (text.isBlank()) throw new EventProblem(name(field) + ": empty");
    return text;
  }

  @Nullable String optionalText(String field) throws EventProblem {
    var value = field(field);
    if (value == null) return null;
    var text = text(field, value);
    return text.isBlank() ? null : text;
  }

  private String text(String field, JsonNode value) throws EventProblem {
    if (!value.isString()) throw new EventProblem(name(field) + ": not a text: " + shorten(value));
    return value.stringValue();
  }

  double number(String field) throws EventProblem {
    var value = required(field);
    if (!value.isNumber() || !Double.isFinite(value.doubleValue()))
      throw new EventProblem(name(field) + ": not a number: " + shorten(value));
    return value.doubleValue();
  }

  int integer(String field) throws EventProblem {
    return integer(field, required(field));
  }

  @Nullable Integer optionalInteger(String field) throws EventProblem {
    var value = field(field);
    return value == null ? null : Integer.valueOf(integer(field, value));
  }

  private int integer(String field, JsonNode value) throws EventProblem {
    if (!value.isIntegralNumber() || !value.canConvertToInt())
      throw new EventProblem(name(field) + ": not a whole number: " + shorten(value));
    return value.intValue();
  }

  <T> T choice(String field, T[] choices, Function<T, String> id) throws EventProblem {
    var text = text(field);
    for (var choice : choices) if (id.apply(choice).equals(text)) return choice;
    throw new EventProblem(
        name(field)
            + ": '"
            + text
            + "' is none of "
            + Arrays.stream(choices).map(id).collect(Collectors.joining(", ")));
  }

  <T> T as(String field, String text, Function<String, T> type) throws EventProblem {
    try {
      return type.apply(text);
    } catch (IllegalArgumentException wrong) {
      throw new EventProblem(name(field) + ": " + wrong.getMessage());
    }
  }

  List<EventFields> objects(String field) throws EventProblem {
    var value = required(field);
    if (!value.isArray()) throw new EventProblem(name(field) + ": not an array");
    var objects = new ArrayList<EventFields>();
    for (var item : value) {
      var place = name(field) + "[" + objects.size() + "]";
      if (!(item instanceof ObjectNode itemObject))
        throw new EventProblem(place + ": not an object");
      objects.add(new EventFields(itemObject, place));
    }
    return objects;
  }

  @Nullable List<Long> optionalIntegers(String field) throws EventProblem {
    var value = field(field);
    if (value == null) return null;
    if (!value.isArray()) throw new EventProblem(name(field) + ": not an array");
    var numbers = new ArrayList<Long>();
    for (var number : value) {
      if (!number.isIntegralNumber() || !number.canConvertToLong())
        throw new EventProblem(name(field) + ": not a whole number: " + shorten(number));
      numbers.add(number.longValue());
    }
    return numbers;
  }

  /** False where it is missing. */
  boolean flag(String field) throws EventProblem {
    var value = field(field);
    if (value == null) return false;
    if (!value.isBoolean())
      throw new EventProblem(name(field) + ": neither true nor false: " + shorten(value));
    return value.booleanValue();
  }

  @Nullable EventFields optionalFields(String field) throws EventProblem {
    return field(field) == null ? null : new EventFields(optionalObject(field), name(field));
  }

  ObjectNode optionalObject(String field) throws EventProblem {
    var value = field(field);
    if (value == null) return JsonNodeFactory.instance.objectNode();
    if (value instanceof ObjectNode node) return node;
    throw new EventProblem(name(field) + ": not an object");
  }

  /** The names of fields that nobody asked for. */
  List<String> unread() {
    return object.properties().stream()
        .map(Map.Entry::getKey)
        .filter(field -> !read.contains(field))
        .map(this::name)
        .toList();
  }

  private static String shorten(JsonNode value) {
    var text = value.toString();
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }
}
