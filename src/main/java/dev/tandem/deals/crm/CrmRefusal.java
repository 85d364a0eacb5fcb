package dev.tandem.deals.crm;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a CRM says when it refuses, in its words without their wrapping. */
final class CrmRefusal {
  private static final int LONGEST = 300;

  private CrmRefusal() {}

  /**
   * The sentence in an error of HubSpot ({@code message}), Salesforce (the first of a list) or
   * OAuth ({@code error_description}), else the first words of the answer; they are the CRM's and
   * hold no secret of ours. Empty, or with a colon before.
   */
  static String said(String body) {
    var words = sentence(body).replaceAll("\\s+", " ").strip();
    if (words.isEmpty()) return "";
    return ": " + (words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words);
  }

  /** OAuth's token endpoints answer 400 to wrong credentials (RFC 6749, section 5.2). */
  static boolean isOfCredentials(int status, String body) {
    if (status == 401) return true;
    var error = read(body).path("error").asString("");
    return status == 400
        && (error.equals("invalid_client")
            || error.startsWith("invalid_client_")
            || error.equals("invalid_grant"));
  }

  private static String sentence(String body) {
    var read = read(body);
    var fault = read.isArray() ? read.path(0) : read;
    for (var name : new String[] {"message", "error_description"}) {
      var words = fault.path(name).asString("");
      if (words.isBlank()) continue;
      var code = fault.path("errorCode").asString("");
      return code.isEmpty() ? words : words + " (" + code + ")";
    }
    return body;
  }

  private static JsonNode read(String body) {
    try {
      return JsonMapper.shared().readTree(body);
    } catch (JacksonException text) {
      return JsonMapper.shared().missingNode();
    }
  }
}
