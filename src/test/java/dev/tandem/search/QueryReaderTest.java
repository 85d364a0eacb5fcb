package dev.tandem.search;

import static dev.tandem.search.SmallLibrary.anAsset;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.library.AssetStatus;
import dev.tandem.search.QueryReading.Condition;
import dev.tandem.search.engine.lucene.LuceneIndexes;
import dev.tandem.taxonomy.Audience;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.Taxonomy;
import dev.tandem.taxonomy.Term;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryReaderTest {
  private static final Set<Audience> EVERYTHING = Set.of(Audience.values());

  @TempDir private static Path folder;
  private static @Nullable AssetIndex index;
  private static @Nullable QueryReader reader;

  @BeforeAll
  static void fill() {
    var filled = LuceneIndexes.open(folder);
    SmallLibrary.putInto(filled);
    filled.put(anAsset("hers").ownedBy("Ines Falk").build(), null);
    filled.put(
        anAsset("secret")
            .withStatus(AssetStatus.DRAFT)
            .about(List.of(new Term(Dimension.PRODUCT, "Project Falcon")))
            .build(),
        null);
    filled.put(
        anAsset("inside")
            .seenBy(Audience.INTERNAL)
            .about(List.of(new Term(Dimension.COMPETITOR, "Wagewise")))
            .build(),
        null);
    filled.refresh();
    index = filled;
    reader = QueryReaders.of(filled, new Vocabulary());
  }

  @AfterAll
  static void close() {
    if (index != null) LuceneIndexes.close(index);
  }

  @ParameterizedTest(name = "{0} → words {1}, conditions {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          payroll errors                         | payroll errors     |
          type:case study sap                    | sap                | type=case_study
          type: case study sap                   | sap                | type=case_study
          sap TYPE:"Success Story"               | sap                | type=case_study
          type:case studies stage:decision audit | audit              | type=case_study stage=decision
          stage:post sale how to                 | how to             | stage=post_sale
          industry:retail persona:finance director pay | pay          | industry=Retail persona=Finance director
          product:payora core countries          | countries          | product=Payora Core
          "go live" plan                         | go live plan       | phrase=go live
          “go live” plan                         | go live plan       | phrase=go live
          payroll -webinar                       | payroll            | -phrase=webinar
          payroll -"kick off"                    | payroll            | -phrase=kick off
          payroll -type:webinar                  | payroll            | -type=webinar
          owner:ines falk offer                  | offer              | owner=ines falk
          language:german payroll                | payroll            | language=de
          language:de                            |                    | language=de
          well-known e-mail                      | well-known e-mail  |
          a - b                                  | a - b              |
          re: our call 9:30                      | re: our call 9:30  |
          "never closed                          | "never closed      |
          industry:atlantis pay                  | atlantis pay       |
          """)
  void readsWhatPeopleType(String typed, @Nullable String words, @Nullable String conditions) {
    var reading = read(typed);
    assertThat(reading.text()).isEqualTo(words == null ? "" : words);
    assertThat(said(reading)).isEqualTo(conditions == null ? "" : conditions);
  }

  @Test
  void conditionsBecomeFilters() {
    var filters = read("type:webinar type:video -stage:awareness \"time clock\"").filters();
    assertThat(filters.types()).containsExactlyInAnyOrder(ContentType.WEBINAR, ContentType.VIDEO);
    assertThat(filters.without().stages()).hasSize(1);
    assertThat(filters.phrases()).containsExactly("time clock");
  }

  @Test
  void aValueThatNothingGoesByIsSaidAndLookedForAsWords() {
    var reading = read("industry:atlantis pay");
    assertThat(reading.notKnown())
        .containsExactly(new QueryReading.NotKnown("industry", "atlantis"));
    assertThat(reading.text()).isEqualTo("atlantis pay");
  }

  @ParameterizedTest
  @ValueSource(strings = {"product:project falcon", "product:\"Project Falcon\""})
  void aDraftsProductIsAsUnknownAsAnInventedOne(String typed) {
    var invented = read(typed.toLowerCase(java.util.Locale.ROOT).replace("falcon", "osprey"));
    assertThat(read(typed).conditions()).isEmpty();
    assertThat(read(typed).notKnown()).hasSameSizeAs(invented.notKnown()).hasSize(1);
  }

  @Test
  void whatOnlyInternalContentNamesIsUnknownToBuyers() {
    assertThat(read("competitor:wagewise").conditions()).hasSize(1);
    var forBuyers = reader().read("competitor:wagewise", Set.of(Audience.BUYER));
    assertThat(forBuyers.conditions()).isEmpty();
    assertThat(
            reader()
                .complete(
                    reader().read("competitor:wag", Set.of(Audience.BUYER)),
                    Set.of(Audience.BUYER),
                    5))
        .isEmpty();
  }

  @Test
  void anUnfinishedValueIsAWordAndCanBeFinished() {
    var reading = read("sap type:case");
    assertThat(reading.text()).isEqualTo("sap case");
    assertThat(reading.notKnown()).isEmpty();
    assertThat(reader().complete(reading, EVERYTHING, 5))
        .containsExactly("sap type:\"Case study\"");
    assertThat(reader().complete(read("product:payora c"), EVERYTHING, 5))
        .contains("product:\"Payora Core\"", "product:\"Payora Connect\"");
    assertThat(reader().complete(read("product:project f"), EVERYTHING, 5)).isEmpty();
  }

  @Test
  void aConditionIsTakenBackByItself() {
    var reading = read("sap type:case study -webinar \"go live\"");
    assertThat(reading.conditions()).hasSize(3);
    assertThat(reading.without(reading.conditions().get(0))).isEqualTo("sap -webinar \"go live\"");
    assertThat(reading.without(reading.conditions().get(1)))
        .isEqualTo("sap type:case study \"go live\"");
    assertThat(reading.withoutAll(reading.conditions())).isEqualTo("sap");
  }

  @ParameterizedTest(name = "{0} spelled {1} is {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          type:webinar securty review       | security review        | type:webinar security review
          "custmer story" of -sap datasheet | customer story of data sheet | "customer story" of -sap data sheet
          """)
  void correctionsLeaveTheConditionsAlone(String typed, String corrected, String better) {
    assertThat(read(typed).spelled(corrected)).isEqualTo(better);
  }

  @Test
  void thousandsOfConditionsAreReadInNoTime() {
    var reading = read("-a \"b c\" type:webinar ".repeat(90));
    assertThat(reading.conditions()).hasSize(20);
    assertThat(read("owner:no one at all here ".repeat(80)).notKnown()).hasSize(20);
  }

  private static QueryReading read(String typed) {
    return reader().read(typed, EVERYTHING);
  }

  private static QueryReader reader() {
    return java.util.Objects.requireNonNull(reader);
  }

  private static String said(QueryReading reading) {
    return reading.conditions().stream()
        .map(QueryReaderTest::said)
        .collect(Collectors.joining(" "));
  }

  private static String said(Condition condition) {
    return (condition.excluded() ? "-" : "") + condition.field() + "=" + condition.value();
  }

  /** Knows what assets, also hidden ones, were labelled with; nothing is shipped. */
  private static final class Vocabulary implements Taxonomy {
    private static final List<Term> TERMS =
        List.of(
            new Term(Dimension.INDUSTRY, "Retail"),
            new Term(Dimension.PERSONA, "Finance director"),
            new Term(Dimension.PRODUCT, "Payora Core"),
            new Term(Dimension.PRODUCT, "Project Falcon"),
            new Term(Dimension.COMPETITOR, "Wagewise"));

    @Override
    public List<KnownTerm> terms(Dimension dimension) {
      return TERMS.stream()
          .filter(term -> term.dimension() == dimension)
          .map(term -> new KnownTerm(term, List.of(), false))
          .toList();
    }

    @Override
    public Optional<Term> resolve(Dimension dimension, String name) {
      return TERMS.stream().filter(new Term(dimension, name)::equals).findFirst();
    }

    @Override
    public Term resolveOrAdd(Dimension dimension, String name) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void addAlias(Term term, String alias) {
      throw new UnsupportedOperationException();
    }
  }
}
