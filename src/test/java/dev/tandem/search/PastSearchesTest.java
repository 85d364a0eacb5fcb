package dev.tandem.search;

import static dev.tandem.search.SmallLibrary.anAsset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.tandem.feedback.SearchTrails;
import dev.tandem.identity.Account;
import dev.tandem.identity.Role;
import dev.tandem.identity.User;
import dev.tandem.identity.UserId;
import dev.tandem.identity.Users;
import dev.tandem.library.AssetId;
import dev.tandem.library.AssetStatus;
import dev.tandem.taxonomy.Audience;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PastSearchesTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Set<Audience> EVERYTHING = Set.of(Audience.values());
  private static final UserId ANNA = new UserId("anna"), BO = new UserId("bo");
  private static final UserId CLEO = new UserId("cleo"), DAN = new UserId("dan");
  private static final UserId SOUTH = new UserId("south"), SOUTH2 = new UserId("south2");
  private static final UserId LONE = new UserId("lone");

  private final List<SearchTrails.Successful> used = new ArrayList<>();
  private final List<SearchTrails.Searched> done = new ArrayList<>();
  private final LibraryInMemory library = new LibraryInMemory();
  private final Users users = mock(Users.class);
  private final PastSearches past =
      new PastSearches(new Trails(), users, library, Clock.fixed(NOW, ZoneOffset.UTC));

  @BeforeEach
  void twoTeamsAndAnAsset() {
    when(users.all())
        .thenReturn(
            List.of(
                account(ANNA, "North"),
                account(BO, "North"),
                account(CLEO, "North"),
                account(DAN, "north "),
                account(SOUTH, "South"),
                account(SOUTH2, "South"),
                account(LONE, "")));
    library.put(anAsset("guide").build(), null);
  }

  @Test
  void onesOwnSuccessCompletesAtOnce() {
    success("pricing for banks", ANNA);
    assertThat(complete("pric", ANNA)).containsExactly("pricing for banks");
    assertThat(complete("banks", ANNA)).containsExactly("pricing for banks");
    assertThat(complete("rice", ANNA)).isEmpty();
    assertThat(complete("pricing for banks", ANNA)).isEmpty();
  }

  @Test
  void aColleaguesPrivateWordsStayPrivate() {
    success("acme corp proposal", BO);
    success("acme corp proposal", BO);
    assertThat(complete("acme", ANNA)).isEmpty();
    success("Acme corp  proposal", CLEO);
    assertThat(complete("acme", ANNA)).hasSize(1);
  }

  @Test
  void anotherTeamsWordsNeverCome() {
    for (var user : List.of(SOUTH, SOUTH2, BO)) success("southern secret", user);
    assertThat(complete("south", ANNA)).isEmpty();
    assertThat(complete("south", LONE)).isEmpty();
    assertThat(complete("south", SOUTH)).containsExactly("southern secret");
    assertThat(past.popular(ANNA, EVERYTHING, 5)).isEmpty();
  }

  @Test
  void whoHasNoTeamSeesWhatThreeWithoutTeamUsed() {
    success("roadmap", new UserId("x1"));
    success("roadmap", new UserId("x2"));
    assertThat(complete("road", LONE)).isEmpty();
    success("roadmap", new UserId("x3"));
    assertThat(complete("road", LONE)).containsExactly("roadmap");
    assertThat(complete("road", ANNA)).isEmpty();
  }

  @Test
  void popularTakesThreePeopleOfTheTeam() {
    for (var user : List.of(ANNA, BO)) success("two of us", user);
    for (var user : List.of(BO, CLEO, DAN)) success("three of us", user);
    past.refresh();
    assertThat(past.popular(ANNA, EVERYTHING, 5)).containsExactly("three of us");
  }

  @Test
  void wordsThatLedToWhatIsHiddenNowDoNotCome() {
    library.put(anAsset("falcon").withStatus(AssetStatus.DRAFT).build(), null);
    library.put(anAsset("inside").seenBy(Audience.INTERNAL).build(), null);
    for (var user : List.of(BO, CLEO, DAN)) {
      success("project falcon", user, "falcon");
      success("battle plans", user, "inside");
      success("removed thing", user, "gone");
    }
    past.refresh();
    assertThat(past.popular(ANNA, EVERYTHING, 9)).containsExactly("battle plans");
    assertThat(past.popular(ANNA, Set.of(Audience.BUYER), 9)).isEmpty();
    assertThat(past.complete("battle", ANNA, Set.of(Audience.BUYER), 9)).isEmpty();
  }

  @Test
  void theLatestComeFirstAndStopsOnTheWayAreLeftOut() {
    for (var query :
        List.of("security review", "security", "sec", "roi", "Security  review", "renewal"))
      done.add(new SearchTrails.Searched(query, NOW));
    assertThat(past.recent(ANNA, 5)).containsExactly("security review", "roi", "renewal");
    assertThat(past.recent(ANNA, 2)).containsExactly("security review", "roi");
  }

  @Test
  void aLogThatDoesNotAnswerKeepsWhatIsKnown() {
    success("pricing for banks", ANNA);
    past.refresh();
    when(users.all()).thenThrow(new IllegalStateException("no database"));
    past.refresh();
    assertThat(past.complete("pric", ANNA, EVERYTHING, 5)).hasSize(1);
  }

  private List<String> complete(String typed, UserId asker) {
    past.refresh();
    return past.complete(typed, asker, EVERYTHING, 5);
  }

  private void success(String query, UserId user) {
    success(query, user, "guide");
  }

  private void success(String query, UserId user, String asset) {
    used.add(new SearchTrails.Successful(query, user, new AssetId(asset), NOW));
  }

  private static Account account(UserId id, String team) {
    return new Account(new User(id, id.value(), Role.REP), team, true, false, false, NOW);
  }

  private final class Trails implements SearchTrails {
    @Override
    public List<Searched> by(UserId rep, int limit) {
      return done;
    }

    @Override
    public List<Successful> successfulSince(Instant since, int limit) {
      return List.copyOf(used);
    }
  }
}
