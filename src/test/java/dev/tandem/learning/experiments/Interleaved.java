package dev.tandem.learning.experiments;

import dev.tandem.feedback.FeedbackEvent.AssetUsed;
import dev.tandem.feedback.FeedbackEvent.AssetUsed.Use;
import dev.tandem.feedback.FeedbackEvent.Impression;
import dev.tandem.feedback.FeedbackEvent.SlateServed;
import dev.tandem.feedback.FeedbackEvent.Surface;
import dev.tandem.identity.UserId;
import dev.tandem.learning.experiments.Lots.Drawn;
import dev.tandem.library.AssetId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Slates and uses as the log holds them. */
final class Interleaved {
  static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

  private Interleaved() {}

  /** A slate of an arm; items as {@code asset} or {@code asset/team}. */
  static SlateServed slate(String id, String rep, String arm, String model, String... items) {
    var places = new ArrayList<SlateServed.Item>();
    for (var item : items) {
      int at = item.indexOf('/');
      places.add(
          new SlateServed.Item(
              new AssetId(at < 0 ? item : item.substring(0, at)),
              places.size() + 1,
              1,
              0.5,
              Map.of(),
              null,
              at < 0 ? null : item.substring(at + 1)));
    }
    return new SlateServed(
        "slate:" + id,
        MORNING,
        id,
        Surface.SEARCH,
        new UserId(rep),
        null,
        id,
        model,
        places,
        null,
        arm);
  }

  static Impression seen(String slate, String asset) {
    return new Impression("seen:" + slate + asset, MORNING, slate, new AssetId(asset));
  }

  static AssetUsed used(String slate, String rep, String asset) {
    return new AssetUsed(
        "used:" + slate + asset,
        MORNING,
        Use.OPEN,
        new UserId(rep),
        new AssetId(asset),
        slate,
        null);
  }

  static String[] items(List<Drawn<String>> drawn) {
    return drawn.stream()
        .map(each -> each.team() == null ? each.item() : each.item() + '/' + each.team())
        .toArray(String[]::new);
  }
}
