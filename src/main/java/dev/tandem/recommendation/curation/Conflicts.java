package dev.tandem.recommendation.curation;

import dev.tandem.recommendation.curation.CurationRule.Kind;
import dev.tandem.recommendation.curation.CurationRule.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where rules meet on the same deals at the same time, and which of them has its way. */
public final class Conflicts {

  /**
   * @param with the other rule
   * @param words what comes of it
   */
  public record Conflict(CurationRule with, String words) {}

  private Conflicts() {}

  /**
   * @param itself left out of the comparison, since it is the same rule or will be replaced
   * @param others those that are not over
   */
  public static List<Conflict> of(Wanted rule, @Nullable Long itself, List<CurationRule> others) {
    var conflicts = new ArrayList<Conflict>();
    for (var other : others) {
      if (Objects.equals(other.id(), itself) || other.ended() != null) continue;
      var theirs = other.wanted();
      if (!rule.overlaps(theirs) || !rule.segment().meets(theirs.segment())) continue;
      boolean sameAsset = rule.asset().equals(theirs.asset());
      boolean bothPinned = rule.kind() == Kind.PIN && theirs.kind() == Kind.PIN;
      if (!sameAsset && !bothPinned) continue;
      boolean otherGoesFirst =
          theirs.segment().criteria() > rule.segment().criteria()
              || (theirs.segment().criteria() == rule.segment().criteria()
                  && itself != null
                  && other.id() > itself);
      var winner = otherGoesFirst ? "the other rule" : "this rule";
      conflicts.add(
          new Conflict(
              other,
              "where both hold (%s), %s %s"
                  .formatted(
                      theirs.segment().words(), winner, sameAsset ? "alone acts" : "comes first")));
    }
    return conflicts;
  }
}
