package dev.tandem.library;

import java.net.URI;
import java.net.URISyntaxException;

/** What may stand as a link: absolute http or https, up to 2,000 characters. */
public final class WebAddress {
  private WebAddress() {}

  public static boolean isOne(String text) {
    if (text.length() > 2_000) return false;
    try {
      var uri = new URI(text.strip());
      var scheme = uri.getScheme();
      return scheme != null
          && (scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))
          && uri.getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
