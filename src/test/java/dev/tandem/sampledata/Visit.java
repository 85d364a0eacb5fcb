package dev.tandem.sampledata;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What follows when a rep really looks at an item, up to the buyer who reads what was sent. */
final class Visit {
  private static final double OPEN_THRESHOLD = 2.1;
  private static final double SHARE_THRESHOLD = 2.9;
  private static final double DISMISS_BELOW = 0.9;

  /** How much a deal's affinity sharpens the choice of what is sent, and how long buyers read. */
  private static final double AFFINITY_ON_CHOICE = 0.3;

  private static final double AFFINITY_ON_READING = 0.15;

  private final Chance chance;
  private final Utility utility;
  private final EventLog log;
  private int shares;

  /**
   * @param match how well the asset answers the words typed, on the scale of utility
   */
  record Look(
      Rep rep, @Nullable Deal deal, LocalDate day, String slate, AssetSource asset, double match) {}

  Visit(Chance chance, Utility utility, EventLog log) {
    this.chance = chance;
    this.utility = utility;
    this.log = log;
  }

  void examine(Look look, Instant at) {
    double worth = worth(look);
    var opened = at.plusSeconds(chance.between(3, 50));
    if (chance.of(sigmoid(worth + look.rep().curiosity() - OPEN_THRESHOLD))) {
      log.add(opened, about(look, "open"));
      use(look, worth, opened);
    } else if (worth < DISMISS_BELOW && chance.of(0.1) && look.deal() != null) {
      log.add(
          opened,
          EventLog.event("dismissal")
              .put("slate", look.slate())
              .put("asset", look.asset().id())
              .put("rep", look.rep().name())
              .put("reason", Utility.complaint(look.asset(), look.deal(), look.day(), chance)));
    }
  }

  private double worth(Look look) {
    double taste = look.rep().tastes().getOrDefault(look.asset().type(), 0.0);
    double base =
        look.deal() == null
            ? utility.quality(look.asset()) + 0.6
            : utility.of(look.asset(), look.deal(), look.day());
    return base + taste + look.match();
  }

  private void use(Look look, double worth, Instant opened) {
    if (chance.of(0.16))
      log.add(opened.plusSeconds(chance.between(20, 200)), about(look, "download"));
    if (look.deal() != null && !look.asset().internal()) {
      double choice = worth * (1 + AFFINITY_ON_CHOICE * look.deal().affinity() / 2);
      if (chance.of(sigmoid(choice + look.rep().sharing() - SHARE_THRESHOLD))) {
        if (chance.of(0.25))
          log.add(opened.plusSeconds(chance.between(30, 240)), about(look, "copy_link"));
        share(look, worth, opened.plusSeconds(chance.between(60, 900)));
      }
    }
    if (chance.of(look.rep().rates())) rate(look, worth, opened);
  }

  private void rate(Look look, double worth, Instant opened) {
    boolean helpful = chance.of(sigmoid(1.2 * worth - 1.2));
    var rating = about(look, "rating").put("value", helpful ? "helpful" : "not_helpful");
    if (!helpful && look.deal() != null)
      rating.put("reason", Utility.complaint(look.asset(), look.deal(), look.day(), chance));
    log.add(opened.plusSeconds(chance.between(60, 600)), rating);
  }

  private void share(Look look, double worth, Instant at) {
    if (look.deal() == null) return;
    var share = String.format(Locale.ROOT, "sh%04d", shares + 1);
    var event = EventLog.event("share").put("share", share).put("rep", look.rep().name());
    event.put("asset", look.asset().id()).put("deal", look.deal().id()).put("slate", look.slate());
    if (!log.add(at, event)) return;
    shares++;
    var readers = look.deal().personas().size();
    for (int reader = 1; reader <= readers; reader++)
      if (chance.of((reader == 1 ? 0.75 : 0.25) * sigmoid(0.8 * worth + 0.4)))
        read(look, share, "v" + look.deal().id().substring(2) + "-" + reader, at);
  }

  private void read(Look look, String share, String visitor, Instant sent) {
    if (look.deal() == null) return;
    double liking =
        0.5 * utility.quality(look.asset()) + AFFINITY_ON_READING * look.deal().affinity();
    var at = sent.plusSeconds((long) chance.logNormal(9 * 3600.0, 1.3));
    int pages = paged(look.asset()) ? 1 + Math.min(2, (int) chance.logNormal(0.8, 0.8)) : 0;
    for (int page = Math.min(1, pages); page <= pages; page++) {
      double seconds = Math.round(10 * chance.logNormal(34 * StrictMath.exp(liking), 0.9)) / 10.0;
      var view = EventLog.event("buyer_view").put("share", share).put("asset", look.asset().id());
      if (page > 0) view.put("page", page);
      log.add(at, view.put("seconds", seconds).put("visitor", visitor));
      at = at.plusSeconds(Math.round(seconds) + 1);
    }
  }

  private static boolean paged(AssetSource asset) {
    return List.of(FileFormat.PDF, FileFormat.PPTX).contains(asset.format());
  }

  private static ObjectNode about(Look look, String type) {
    var event = EventLog.event(type).put("rep", look.rep().name()).put("asset", look.asset().id());
    event.put("slate", look.slate());
    if (look.deal() != null) event.put("deal", look.deal().id());
    return event;
  }

  private static double sigmoid(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }
}
