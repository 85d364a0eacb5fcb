package dev.tandem.webhooks;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Which addresses are called: https on public addresses only, so that nobody reaches through Tandem
 * what only Tandem can reach (server-side request forgery). Names are looked up anew before every
 * delivery; the connection that follows uses the same look-up, which the JVM keeps for 30 seconds.
 */
@Component
@EnableConfigurationProperties(WebhookSettings.class)
class WebhookTargets {
  private static final int LONGEST = 1_000;

  private final boolean allowLocal;

  WebhookTargets(WebhookSettings settings) {
    allowLocal = settings.allowLocal();
  }

  /** Why this address is not called; empty when it may be. */
  Optional<String> complaint(String address) {
    URI uri;
    try {
      uri = new URI(address);
    } catch (URISyntaxException malformed) {
      return Optional.of("this is no web address");
    }
    var host = uri.getHost();
    if (host == null || uri.getUserInfo() != null || address.length() > LONGEST)
      return Optional.of("a web address with a host and without a password is expected");
    boolean https = "https".equalsIgnoreCase(uri.getScheme());
    if (!https && !(allowLocal && "http".equalsIgnoreCase(uri.getScheme())))
      return Optional.of("only https addresses are called");
    if (allowLocal) return Optional.empty();
    try {
      for (var found : InetAddress.getAllByName(host))
        if (!isPublic(found)) return Optional.of("this address is not a public one");
    } catch (UnknownHostException unknown) {
      return Optional.of("the host is not known");
    }
    return Optional.empty();
  }

  static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) return false;
    var bytes = address.getAddress();
    return switch (address) {
      case Inet4Address _ -> isPublic(bytes[0] & 0xff, bytes[1] & 0xff);
      case Inet6Address _ -> isPublicSix(bytes);
      default -> false;
    };
  }

  /** Beyond what Java knows: "this network", carriers' shared space, benchmarks, reserved. */
  private static boolean isPublic(int first, int second) {
    return first != 0
        && first < 240
        && !(first == 100 && second >= 64 && second < 128)
        && !(first == 192 && second == 0)
        && !(first == 198 && (second == 18 || second == 19));
  }

  /** Global unicast (2000::/3) that wraps no IPv4 address (6to4, Teredo). */
  private static boolean isPublicSix(byte[] bytes) {
    int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
    int second = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
    return first >= 0x2000
        && first < 0x4000
        && first != 0x2002
        && !(first == 0x2001 && second == 0);
  }
}
