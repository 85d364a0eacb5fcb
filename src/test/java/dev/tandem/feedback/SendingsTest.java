package dev.tandem.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.deals.OpportunityId;
import dev.tandem.feedback.Shares.Sent;
import dev.tandem.identity.UserId;
import dev.tandem.library.AssetId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SendingsTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-03-03T08:00:00Z");
  private static final Instant FRIDAY = Instant.parse("2026-03-06T08:00:00Z");

  @Test
  void anAssetThatWasSentAgainIsOneLineWithItsLastDay() {
    var lines =
        Sendings.of(
            List.of(
                sent("guide", "D-1", FRIDAY, 0, null),
                sent("prices", "D-1", TUESDAY, 0, null),
                sent("guide", "D-1", MONDAY, 0, null)));
    assertThat(lines).extracting(line -> line.asset().value()).containsExactly("guide", "prices");
    assertThat(lines.getFirst().times()).isEqualTo(2);
    assertThat(lines.getFirst().last()).isEqualTo(FRIDAY);
  }

  @Test
  void whatTheBuyerLookedAtByAnEarlierLinkStillCounts() {
    var line =
        Sendings.of(
                List.of(
                    sent("guide", "D-1", FRIDAY, 0, null),
                    sent("guide", "D-1", MONDAY, 2, TUESDAY)))
            .getFirst();
    assertThat(line.viewers()).isEqualTo(2);
    assertThat(line.seconds()).isEqualTo(60);
    assertThat(line.viewedAt()).isEqualTo(TUESDAY);
  }

  @Test
  void theBuyersOfTwoDealsAreTwoLines() {
    assertThat(
            Sendings.of(
                List.of(
                    sent("guide", "D-1", FRIDAY, 0, null), sent("guide", "D-2", MONDAY, 0, null))))
        .hasSize(2);
  }

  private static Sent sent(
      String asset, String deal, Instant at, long viewers, @Nullable Instant viewedAt) {
    return new Sent(
        new AssetId(asset),
        new OpportunityId(deal),
        new UserId("rita"),
        at,
        false,
        viewers,
        viewers * 30,
        viewedAt);
  }
}
