package dev.tandem.library.sources.website;

import dev.tandem.library.sources.SourceFailure;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;

/**
 * Where a website may send us: to itself and nowhere else, and never into the network behind the
 * server. Asked before every request and every redirect.
 */
final class AddressGuard {
  private final String host;
  private final boolean privateNetwork;

  AddressGuard(URI site, boolean privateNetwork) {
    this.host = name(site);
    this.privateNetwork = privateNetwork;
  }

  /** Whether it is an address of this site; {@code www.} makes no difference. */
  boolean isOfSite(URI uri) {
    var scheme = uri.getScheme();
    return scheme != null
        && (scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http"))
        && uri.getUserInfo() == null
        && name(uri).equals(host);
  }

  /**
   * @throws SourceFailure when the address leads elsewhere or inwards
   */
  void check(URI uri) {
    if (!isOfSite(uri))
      throw SourceFailure.refused(
          uri + " is not on " + host, "Only pages of the site itself are read.");
    if (privateNetwork) return;
    try {
      for (var address : InetAddress.getAllByName(uri.getHost()))
        if (isInward(address))
          throw SourceFailure.refused(
              uri.getHost() + " leads into a private network",
              "If the site is your own, set private-network=true for this source.");
    } catch (UnknownHostException e) {
      throw SourceFailure.unreachable("there is no host " + uri.getHost(), e);
    }
  }

  static boolean isInward(InetAddress address) {
    var bytes = address.getAddress();
    int first = bytes[0] & 0xff;
    boolean unique = address instanceof Inet6Address && (first & 0xfe) == 0xfc;
    boolean carrier = bytes.length == 4 && first == 100 && (bytes[1] & 0xc0) == 64;
    return unique
        || carrier
        || bytes.length == 4 && first == 0
        || address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress();
  }

  private static String name(URI uri) {
    var host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    return host.startsWith("www.") ? host.substring(4) : host;
  }
}
