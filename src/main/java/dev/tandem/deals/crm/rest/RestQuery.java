package dev.tandem.deals.crm.rest;

import dev.tandem.deals.crm.CrmFailure;
import dev.tandem.deals.crm.RestShape;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;

/** Writes the address of a page. */
final class RestQuery {
  private final URI base;
  private final String path;
  private final String query;
  private final String momentFormat;

  RestQuery(URI base, RestShape shape) {
    this(base, shape.path(), shape.query(), shape.modifiedFormat());
  }

  RestQuery(URI base, String path, String query, String momentFormat) {
    this.base = base;
    this.path = path;
    this.query = query;
    this.momentFormat = momentFormat;
  }

  /**
   * @param places what stands for {@code {since}} and the like
   */
  URI address(Map<String, String> places) {
    var parameters = new ArrayList<String>();
    for (var parameter : query.split("&", -1)) {
      int equals = parameter.indexOf('=');
      if (equals <= 0) continue;
      var value = filled(parameter.substring(equals + 1), places);
      if (!value.isEmpty())
        parameters.add(encoded(parameter.substring(0, equals)) + "=" + encoded(value));
    }
    var asked = base.toString().replaceAll("/+$", "") + filled(path, places);
    var behind = String.join("&", parameters);
    return URI.create(
        behind.isEmpty() ? asked : asked + (asked.contains("?") ? "&" : "?") + behind);
  }

  /** A link that the CRM gave; it must lead to the CRM itself, since the token goes along. */
  URI follow(String link) {
    var there = base.resolve(link);
    if (!there.getScheme().equals(base.getScheme())
        || !there.getAuthority().equals(base.getAuthority()))
      throw CrmFailure.notUnderstood(
          "the link to the next page leads elsewhere: " + there.getHost());
    return there;
  }

  String moment(Instant at) {
    if (momentFormat.equals("iso")) return at.toString();
    return DateTimeFormatter.ofPattern(momentFormat, Locale.ROOT).format(at.atZone(ZoneOffset.UTC));
  }

  private static String filled(String template, Map<String, String> places) {
    var text = template;
    for (var place : places.entrySet())
      text = text.replace("{" + place.getKey() + "}", place.getValue());
    return text;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
