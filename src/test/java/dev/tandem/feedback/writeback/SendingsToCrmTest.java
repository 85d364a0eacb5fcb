package dev.tandem.feedback.writeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.tandem.deals.DealNotes;
import dev.tandem.deals.OpportunityId;
import dev.tandem.feedback.FeedbackEvent;
import dev.tandem.feedback.FeedbackLog;
import dev.tandem.feedback.FeedbackLog.LoggedEvent;
import dev.tandem.identity.UserId;
import dev.tandem.library.AssetId;
import dev.tandem.library.Assets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SendingsToCrmTest {
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private final FeedbackLog log = mock(FeedbackLog.class);
  private final Assets assets = mock(Assets.class);
  private final Crm crm = new Crm();
  private final List<LoggedEvent> events = new ArrayList<>();
  private final SendingsToCrm sendings =
      new SendingsToCrm(log, assets, crm, Clock.fixed(NOW, ZoneOffset.UTC));

  private static final class Crm implements DealNotes {
    final List<String> noted = new ArrayList<>();
    OptionalLong position = OptionalLong.of(0);
    boolean wanted = true;
    boolean down;

    @Override
    public boolean areWanted() {
      return wanted;
    }

    @Override
    public OptionalLong position() {
      return position;
    }

    @Override
    public void moveTo(long sequence) {
      position = OptionalLong.of(sequence);
    }

    @Override
    public boolean note(String key, OpportunityId deal, String text) {
      if (!down) noted.add(deal + ": " + text);
      return !down;
    }
  }

  @BeforeEach
  void aLog() {
    when(assets.find(any())).thenReturn(Optional.empty());
    when(log.after(anyLong(), anyInt()))
        .thenAnswer(
            call ->
                events.stream()
                    .filter(event -> event.sequence() > call.<Long>getArgument(0))
                    .toList());
    when(log.latestSequence()).thenAnswer(call -> (long) events.size());
  }

  private void sent(String key, int secondsAgo) {
    add(
        new FeedbackEvent.Share(
            key,
            NOW.minusSeconds(secondsAgo),
            "s-" + key,
            new UserId("anna.berg"),
            new AssetId("tour"),
            new OpportunityId("D-1"),
            null));
  }

  private void add(FeedbackEvent event) {
    events.add(new LoggedEvent(events.size() + 1, event));
  }

  @Test
  void whatWasSentIsNotedOnTheDealOnce() {
    sent("k1", 600);
    sendings.follow();
    sendings.follow();
    assertThat(crm.noted)
        .containsExactly("D-1: Sent with Tandem: “tour”, by anna.berg, 2026-06-01 11:50 (UTC)");
  }

  @Test
  void whatIsTakenBackIsNotNoted() {
    sent("k1", 600);
    add(new FeedbackEvent.Retraction("k2", NOW.minusSeconds(590), "k1", new UserId("anna.berg")));
    sendings.follow();
    assertThat(crm.noted).isEmpty();
  }

  @Test
  void whatMayStillBeTakenBackWaits() {
    sent("k1", 30);
    sendings.follow();
    assertThat(crm.noted).isEmpty();
    assertThat(crm.position).hasValue(0);
  }

  @Test
  void aCrmThatIsDownIsAskedAgainLater() {
    sent("k1", 600);
    crm.down = true;
    sendings.follow();
    crm.down = false;
    sendings.follow();
    assertThat(crm.noted).hasSize(1);
  }

  @Test
  void whatWasSentBeforeNotesWereWantedStaysUnnoted() {
    crm.position = OptionalLong.empty();
    sent("k1", 600);
    sendings.follow();
    sendings.follow();
    assertThat(crm.noted).isEmpty();
  }

  @Test
  void nothingIsNotedUnlessWanted() {
    crm.wanted = false;
    sent("k1", 600);
    sendings.follow();
    assertThat(crm.noted).isEmpty();
  }
}
