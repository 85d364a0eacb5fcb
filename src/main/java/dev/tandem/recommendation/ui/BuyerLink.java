package dev.tandem.recommendation.ui;

import dev.tandem.feedback.Shares;
import dev.tandem.library.Asset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The link a buyer follows to an asset.
 *
 * @param share the id that stands for it in the log
 * @param path relative to the program for a link of ours, else the public address
 */
record BuyerLink(String share, String path, boolean ours) {

  /** A new link; empty for what may not go to a buyer, or what lives nowhere. */
  static Optional<BuyerLink> to(Asset asset) {
    if (!asset.buyerSafe()) return Optional.empty();
    var share = Shares.newId();
    var url = asset.url();
    if (url != null) return Optional.of(new BuyerLink(share, url, false));
    if (!asset.hasFile()) return Optional.empty();
    return Optional.of(new BuyerLink(share, "share/" + share, true));
  }

  /**
   * The whole address.
   *
   * @param configured where buyers reach the program, or null to take the running request's
   */
  String address(@Nullable String configured) {
    if (!ours) return path;
    if (configured != null && !configured.isBlank())
      return configured.strip().replaceAll("/+$", "") + "/" + path;
    if (RequestContextHolder.getRequestAttributes() != null)
      return ServletUriComponentsBuilder.fromCurrentContextPath().path("/" + path).toUriString();
    var request = com.vaadin.flow.server.VaadinServletRequest.getCurrent();
    return request == null
        ? "/" + path
        : ServletUriComponentsBuilder.fromContextPath(request).path("/" + path).toUriString();
  }
}
