package dev.tandem.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.library.AssetId;
import dev.tandem.library.AssetText;
import dev.tandem.library.AssetText.Page;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PassagesTest {

  @Test
  void aShortPageIsOnePassage() {
    var passages = Passages.of(pages("Overtime is approved by the shift lead."));
    assertThat(passages).hasSize(1);
    assertThat(Passages.before(passages, 0)).isEmpty();
  }

  @Test
  void aLongPageIsCutBetweenSentencesAndLosesNothing() {
    var text = sentences(60);
    var passages = Passages.of(pages(text));
    assertThat(passages).hasSizeGreaterThan(2).allMatch(each -> each.text().length() <= 900);
    assertThat(passages).allMatch(each -> each.text().endsWith("."));
    assertThat(passages.stream().map(TextPassage::text).collect(Collectors.joining(" ")))
        .isEqualTo(text);
  }

  @Test
  void aPassageGoesOnFromTheLastSentencesBeforeIt() {
    var passages = Passages.of(pages(sentences(60)));
    for (int i = 1; i < passages.size(); i++)
      assertThat(Passages.before(passages, i))
          .startsWith("Sentence ")
          .hasSizeLessThanOrEqualTo(150)
          .satisfies(before -> assertThat(passages.get(0).text()).isNotEqualTo(before));
    assertThat(passages.get(0).text()).endsWith(Passages.before(passages, 1));
  }

  @Test
  void aPageDoesNotGoOnFromAnother() {
    var passages = Passages.of(pages("The first page.", "The second page."));
    assertThat(passages).extracting(TextPassage::page).containsExactly(1, 2);
    assertThat(Passages.before(passages, 1)).isEmpty();
  }

  @Test
  void whatHasNoSentencesGoesOnFromWholeWords() {
    var passages = Passages.of(pages("word ".repeat(400)));
    assertThat(passages).hasSizeGreaterThan(1);
    assertThat(Passages.before(passages, 1)).startsWith("word").hasSizeLessThanOrEqualTo(150);
  }

  private static String sentences(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "Sentence " + i + " tells something that matters to someone.")
        .collect(Collectors.joining(" "));
  }

  private static AssetText pages(String... texts) {
    return new AssetText(
        new AssetId("handbook"),
        1,
        List.of(),
        IntStream.range(0, texts.length)
            .mapToObj(i -> new Page(i + 1, null, texts[i], null))
            .toList());
  }
}
