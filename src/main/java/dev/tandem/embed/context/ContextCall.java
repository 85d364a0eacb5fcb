package dev.tandem.embed.context;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a CRM sent.
 *
 * @param address path and query as they came, nothing decoded
 * @param parameters of the form or the query, decoded
 * @param signature HubSpot's header, or null
 * @param timestamp HubSpot's header, or null
 * @param body as it came; empty for forms, which are read as parameters
 */
public record ContextCall(
    String method,
    String address,
    Map<String, List<String>> parameters,
    @Nullable String signature,
    @Nullable String timestamp,
    byte[] body) {

  /** The one value of a parameter; null when it is missing, empty or there are several. */
  @Nullable String only(String name) {
    var values = parameters.get(name);
    if (values == null || values.size() != 1) return null;
    var value = values.getFirst();
    return value.isBlank() ? null : value;
  }

  @Override
  public String toString() {
    return "ContextCall[" + method + "]"; // addresses and bodies carry tokens
  }
}
