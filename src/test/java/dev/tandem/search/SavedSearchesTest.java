package dev.tandem.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tandem.identity.UserId;
import dev.tandem.library.AssetId;
import dev.tandem.testing.TestDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(TestDatabase.class)
class SavedSearchesTest {
  private static final UserId ANNA = new UserId("anna"), BO = new UserId("bo");
  private static final AssetId OLD = new AssetId("old"), NEW = new AssetId("new");

  private final JdbcClient jdbc;
  private final SavedSearches saved;

  SavedSearchesTest(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.saved = new JdbcSavedSearches(jdbc, Clock.systemUTC());
  }

  @BeforeEach
  void startEmpty() {
    jdbc.sql("delete from search_saved").update();
  }

  @Test
  void newIsWhatTheLastVisitDidNotFind() {
    var one = saved.save(ANNA, " Retail proof ", "q=retail", Set.of(OLD));
    assertThat(one.name()).isEqualTo("Retail proof");
    assertThat(saved.of(ANNA).getFirst().newOf(List.of(NEW, OLD))).containsExactly(NEW);
    saved.visited(ANNA, one.id(), Set.of(NEW, OLD));
    assertThat(saved.find(ANNA, one.id()).orElseThrow().newOf(List.of(NEW, OLD))).isEmpty();
  }

  @Test
  void aSavedSearchIsItsOwnersAlone() {
    var one = saved.save(ANNA, "Mine", "q=mine", Set.of());
    assertThat(saved.of(BO)).isEmpty();
    assertThat(saved.find(BO, one.id())).isEmpty();
    saved.delete(BO, one.id());
    saved.visited(BO, one.id(), Set.of(NEW));
    assertThat(saved.find(ANNA, one.id()).orElseThrow().seen()).isEmpty();
    saved.delete(ANNA, one.id());
    assertThat(saved.of(ANNA)).isEmpty();
  }

  @Test
  void theSameNameTakesThePlaceOfTheFirst() {
    saved.save(ANNA, "Proof", "q=one", Set.of(OLD));
    saved.save(ANNA, "PROOF", "q=two", Set.of());
    assertThat(saved.of(ANNA))
        .singleElement()
        .satisfies(one -> assertThat(one.address()).isEqualTo("q=two"));
  }

  @Test
  void whatCannotBeKeptIsRefusedWithTheReason() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> saved.save(ANNA, " ? ", "q=a", Set.of()))
        .withMessageContaining("name");
    for (int i = 0; i < SavedSearches.MOST; i++) saved.save(ANNA, "n" + i, "q=a", Set.of());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> saved.save(ANNA, "one more", "q=a", Set.of()))
        .withMessageContaining("delete one first");
    assertThat(saved.save(ANNA, "N0", "q=b", Set.of()).address()).isEqualTo("q=b");
  }
}
