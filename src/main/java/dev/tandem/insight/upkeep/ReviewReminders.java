package dev.tandem.insight.upkeep;

import dev.tandem.identity.Account;
import dev.tandem.identity.UserId;
import dev.tandem.identity.Users;
import dev.tandem.insight.upkeep.ReviewReason.Kind;
import dev.tandem.library.Asset;
import dev.tandem.messages.DigestSection;
import dev.tandem.messages.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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

  @Scheduled(cron = "0 10 6 * * *")
  void remind() {
    for (var each : upkeep.toReview()) {
      var reason = each.reasons().getFirst();
      if (!BY_DATE.contains(reason.kind())) continue;
      owner(each.asset())
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

  /** Manifests name owners as they like: by user name or as people call them. */
  private Optional<UserId> owner(Asset asset) {
    var owner = asset.owner();
    if (owner == null) return Optional.empty();
    var name = owner.strip().toLowerCase(Locale.ROOT);
    return users.all().stream()
        .map(Account::user)
        .filter(
            user ->
                user.id().value().equals(name)
                    || user.displayName().toLowerCase(Locale.ROOT).equals(name))
        .map(dev.tandem.identity.User::id)
        .findFirst();
  }

  @Override
  public String title() {
    return "Your content to review";
  }

  @Override
  public List<String> linesFor(UserId person) {
    return upkeep.toReview().stream()
        .filter(each -> owner(each.asset()).filter(person::equals).isPresent())
        .limit(MOST)
        .map(each -> each.asset().title().value() + ": " + each.reasons().getFirst().words())
        .toList();
  }
}
