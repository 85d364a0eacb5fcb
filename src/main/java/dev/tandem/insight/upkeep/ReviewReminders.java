package dev.tandem.insight.upkeep;

import dev.tandem.identity.UserId;
import dev.tandem.identity.Users;
import dev.tandem.insight.upkeep.ReviewReason.Kind;
import dev.tandem.library.Asset;
import dev.tandem.messages.DigestSection;
import dev.tandem.messages.Messages;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Reminds owners of reviews and expiries, once for each date. */
@Component
class ReviewReminders implements DigestSection {
  private static final Set<Kind> BY_DATE = Set.of(Kind.EXPIRED, Kind.DUE, Kind.SOON);
  private static final int MOST = 20;

  private final LibraryUpkeep upkeep;
  private final Users users;
  private final Messages messages;

  ReviewReminders(LibraryUpkeep upkeep, Users users, Messages messages) {
    this.upkeep = upkeep;
    this.users = users;
    this.messages = messages;
  }

  // after a start, too: not every server runs at six
  @Scheduled(cron = "0 10 6 * * *")
  @Scheduled(initialDelay = 90_000)
  void remind() {
    var owners = owners();
    for (var each : upkeep.toReview()) {
      var reason = each.reasons().getFirst();
      if (!BY_DATE.contains(reason.kind())) continue;
      owners
          .apply(each.asset())
          .ifPresent(
              owner ->
                  messages.tell(
                      Set.of(owner),
                      "review:%s:%s:%s"
                          .formatted(
                              each.asset().id(), each.asset().reviewBy(), each.asset().expiresOn()),
                      "“%s”: %s.".formatted(each.asset().title().value(), reason.words()),
                      "library/" + each.asset().id()));
    }
  }

  /**
   * Manifests name owners as they like: by user name or as people call them. Asked once for all
   * assets.
   */
  private Function<Asset, Optional<UserId>> owners() {
    var byName = new HashMap<String, UserId>();
    for (var account : users.all()) {
      var user = account.user();
      byName.putIfAbsent(user.displayName().toLowerCase(Locale.ROOT), user.id());
    }
    for (var account : users.all()) byName.put(account.user().id().value(), account.user().id());
    return asset ->
        Optional.ofNullable(asset.owner())
            .map(owner -> byName.get(owner.strip().toLowerCase(Locale.ROOT)));
  }

  @Override
  public String title() {
    return "Your content to review";
  }

  @Override
  public List<String> linesFor(UserId person) {
    var owners = owners();
    return upkeep.toReview().stream()
        .filter(each -> owners.apply(each.asset()).filter(person::equals).isPresent())
        .limit(MOST)
        .map(each -> each.asset().title().value() + ": " + each.reasons().getFirst().words())
        .toList();
  }
}
