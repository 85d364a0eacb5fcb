package dev.tandem.insight.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.identity.UserId;
import dev.tandem.insight.alignment.AlignmentPack.Figure;
import dev.tandem.insight.alignment.AlignmentPack.Gap;
import dev.tandem.insight.alignment.AlignmentPack.Issue;
import dev.tandem.insight.alignment.AlignmentPack.LossReason;
import dev.tandem.insight.alignment.AlignmentPack.Promise;
import dev.tandem.insight.alignment.AlignmentPack.Win;
import dev.tandem.shared.Money;
import dev.tandem.taxonomy.Glossary;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PackPdfTest {
  private static final String LONG =
      "Predictive maintenance without a data scientist, for utilities";

  @Test
  void aMonthInWhichEverySectionSaysSomethingIsOnePage() throws IOException {
    var pages = pages(pack(5, 2));
    assertThat(pages).hasSize(1);
    assertThat(pages.getFirst()).contains("Alignment pack, October 2026", "1 / 1", "word 2");
  }

  @Test
  void aLittleMoreIsSetInSmallerTypeAndStaysOnThePage() throws IOException {
    var pages = pages(pack(6, 5));
    assertThat(pages).hasSize(1);
    assertThat(pages.getFirst()).contains("1 / 1", "word 5");
  }

  @Test
  void whatIsLongerGoesOnOnTheNextPageWithTheHeadsOfItsTable() throws IOException {
    var pages = pages(pack(70, 2));
    assertThat(pages).hasSizeBetween(2, 3);
    assertThat(pages.get(1)).contains("The CRM's reason", "reason 69", "2 / " + pages.size());
  }

  private static List<String> pages(AlignmentPack pack) throws IOException {
    try (var document = Loader.loadPDF(PackPdf.of(pack))) {
      var text = new PDFTextStripper();
      return IntStream.rangeClosed(1, document.getNumberOfPages())
          .mapToObj(
              page -> {
                text.setStartPage(page);
                text.setEndPage(page);
                try {
                  return text.getText(document);
                } catch (IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              })
          .toList();
    }
  }

  private static AlignmentPack pack(int losses, int words) {
    var money = List.of(Money.of("1014500", "EUR"), Money.of("87000", "USD"));
    return new AlignmentPack(
        YearMonth.of(2026, 10),
        LocalDate.of(2026, 10, 31),
        Instant.EPOCH,
        some(2, PackPdfTest::figure),
        some(6, PackPdfTest::figure),
        some(4, PackPdfTest::figure),
        some(3, i -> new Gap("Asked for: " + LONG, 12, money, "")),
        some(
            5,
            i ->
                new Promise(
                    "Marketing",
                    "Content not overdue for review",
                    "89 % (113 of 127)",
                    "100 % (113 of 127)",
                    "of accepted and open requests due in the month")),
        some(losses, i -> new LossReason("reason " + i, 3, money)),
        some(2, i -> new Issue(i, LONG, null, null)),
        some(5, i -> new Win("Oberstett AG", "", money.getFirst(), List.of(LONG, LONG, LONG))),
        some(words, PackPdfTest::word));
  }

  private static <T> List<T> some(int count, IntFunction<T> each) {
    return IntStream.rangeClosed(1, count).mapToObj(each).toList();
  }

  private static Figure figure(int number) {
    return new Figure(
        "Searches that led to a use", "64 % (54 of 85)", "63 % (66 of 105)", "of searches");
  }

  private static Glossary.Entry word(int number) {
    return new Glossary.Entry(
        number,
        "word " + number,
        LONG,
        List.of(),
        2,
        new UserId("ingrid.solberg"),
        Instant.EPOCH,
        null);
  }
}
