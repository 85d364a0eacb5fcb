package dev.tandem.webhooks.ui;

import dev.tandem.webhooks.WebhookEvent.Type;

/** Events as people call them. */
final class EventWords {
  private EventWords() {}

  static String of(Type type) {
    return switch (type) {
      case ASSET_PUBLISHED -> "Asset published";
      case ASSET_EXPIRED -> "Asset expired";
      case REQUEST_DELIVERED -> "Request delivered";
      case SHARE_VIEWED -> "Buyer looked at what was sent";
      case MODEL_PROMOTED -> "Model put to use";
      case TEST -> "Test";
    };
  }
}
