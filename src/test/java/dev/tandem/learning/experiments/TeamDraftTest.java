package dev.tandem.learning.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tandem.learning.experiments.Lots.Drawn;
import dev.tandem.learning.experiments.TeamDraft.Team;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TeamDraftTest {
  private static Lots<String> lots(String first, String second, int slots) {
    return TeamDraft.lots(
        new Team<>("one", List.of(first.split(" "))),
        new Team<>("other", List.of(second.split(" "))),
        String::equals,
        slots);
  }

  private static List<String> items(List<Drawn<String>> drawn) {
    return drawn.stream().map(Drawn::item).toList();
  }

  @Test
  void aCoinSaysWhoPicksFirst() {
    var lots = lots("a b c", "x y z", 2);
    assertThat(items(lots.draw(0.2))).containsExactly("a", "x");
    assertThat(items(lots.draw(0.7))).containsExactly("x", "a");
    assertThat(lots.draw(0.7).getFirst().team()).isEqualTo("other");
  }

  @Test
  void whatBothWouldPickNextIsOfNoTeam() {
    for (var drawn : List.of(lots("a b c", "a c b", 3).draw(0.1), lots("a b", "a b", 2).draw(0))) {
      assertThat(drawn.getFirst().item()).isEqualTo("a");
      assertThat(drawn.getFirst().team()).isNull();
      assertThat(drawn.getFirst().probability()).isEqualTo(1);
    }
    assertThat(lots("a b c", "a c b", 3).draw(0.9))
        .extracting(Drawn::team)
        .containsExactly(null, "other", "one");
  }

  @Test
  void nothingComesTwiceAndTheSlateIsFilled() {
    var random = new Random(7);
    for (int i = 0; i < 200; i++) {
      var drawn = lots("a b c d e f g", "g b x e a y d", 6).draw(random.nextDouble());
      assertThat(items(drawn)).hasSize(6).doesNotHaveDuplicates();
    }
  }

  @Test
  void nearCopiesOfWhatIsThereAreLeftOut() {
    var lots =
        TeamDraft.lots(
            new Team<>("one", List.of("a1", "b")),
            new Team<>("other", List.of("a2", "c")),
            (x, y) -> x.charAt(0) == y.charAt(0),
            4);
    for (double lot : new double[] {0.1, 0.4, 0.6, 0.9})
      assertThat(items(lots.draw(lot))).hasSize(3).containsOnlyOnce("b", "c");
  }

  @Test
  void probabilitiesAreThoseOfManyDraws() {
    var lots = lots("a b c d e f", "c a x b y e", 6);
    var counts = new HashMap<String, Integer>();
    var claimed = new HashMap<String, Double>();
    var random = new Random(11);
    int draws = 40_000;
    for (int i = 0; i < draws; i++) {
      var drawn = lots.draw(random.nextDouble());
      for (int place = 0; place < drawn.size(); place++) {
        var name = place + drawn.get(place).item();
        counts.merge(name, 1, Integer::sum);
        claimed.put(name, drawn.get(place).probability());
      }
    }
    counts.forEach(
        (name, count) ->
            assertThat((double) count / draws)
                .as(name)
                .isCloseTo(claimed.getOrDefault(name, -1.0), within(0.015)));
  }

  @Test
  void bothTeamsAreTreatedAlike() {
    var mirrored = new ArrayList<Double>();
    for (var lots : List.of(lots("a b c d", "b d a c", 4), lots("b d a c", "a b c d", 4)))
      mirrored.add(
          lots.outcomes().stream()
              .filter(outcome -> outcome.places().getFirst().item().equals("a"))
              .mapToDouble(Lots.Outcome::probability)
              .sum());
    assertThat(mirrored.getFirst()).isEqualTo(mirrored.getLast()).isEqualTo(0.5);
  }
}
