package dev.tandem.library.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.library.Asset;
import dev.tandem.library.AssetId;
import dev.tandem.library.Label;
import dev.tandem.library.store.AssetDraft;
import dev.tandem.taxonomy.VocabularyCandidates.Candidate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndustryNamesTest {
  private static Asset asset(String path, String title) {
    return AssetDraft.of(new AssetId("one"), Instant.EPOCH)
        .sourcePath(path)
        .title(Label.given(title))
        .build(Instant.EPOCH);
  }

  @Test
  void foldersThatSortByIndustryNameThem() {
    var names =
        new IndustryNames(
            List.of(
                asset("solutions/industries/rail-freight.md", "On time"),
                asset("solutions/industries/breweries/one.pdf", "Cold and clean"),
                asset("solutions/industries/breweries/two.pdf", "Kegs that report"),
                asset("blog/why.md", "Why")));
    assertThat(names.all())
        .containsExactly(
            new Candidate("Breweries", 2, "Cold and clean"),
            new Candidate("Rail freight", 1, "On time"));
  }

  @Test
  void aTitleAloneMustNotBeTheOnlyOne() {
    var names =
        new IndustryNames(
            List.of(
                asset("a.md", "Five trends in the brewing industry"),
                asset("b.md", "What the audit means for the brewing sector"),
                asset("c.md", "News of your industry"),
                asset("d.md", "Lessons of the cement industry")));
    assertThat(names.all()).extracting(Candidate::name).containsExactly("Brewing");
  }
}
