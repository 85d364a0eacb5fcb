package dev.tandem.deals.crm;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads answers of CRMs; what is not there although it must be is a {@link CrmFailure}. */
public final class CrmJson {
  private CrmJson() {}

  /**
   * @param what for the message, such as "HubSpot's deals"
   * @throws CrmFailure when there is no array of that name
   */
  public static List<JsonNode> array(JsonNode answer, String name, String what) {
    return elements(answer.path(name), what + ": no list “" + name + "”");
  }

  /**
   * @throws CrmFailure when it is no array
   */
  public static List<JsonNode> elements(JsonNode array, String problem) {
    if (!array.isArray()) throw CrmFailure.notUnderstood(problem);
    var elements = new ArrayList<JsonNode>();
    array.forEach(elements::add);
    return elements;
  }

  /**
   * @throws CrmFailure when there is no such text or number
   */
  public static String required(JsonNode answer, String name, String what) {
    var value = text(answer.path(name));
    if (value.isEmpty()) throw CrmFailure.notUnderstood(what + ": no “" + name + "”");
    return value;
  }

  /** Empty for null and what is missing; several values are separated by {@code |}. */
  public static String text(JsonNode value) {
    if (value.isNull() || value.isMissingNode()) return "";
    if (value.isString()) return value.asString();
    if (value.isNumber()) return value.decimalValue().toPlainString();
    if (value.isArray()) {
      var texts = new ArrayList<String>();
      value.forEach(each -> texts.add(text(each)));
      return String.join("|", texts);
    }
    return value.toString();
  }
}
