package dev.tandem.library.classification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.library.Label;
import dev.tandem.library.extraction.PageUnit;
import dev.tandem.taxonomy.Audience;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Taxonomy;
import dev.tandem.taxonomy.Term;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssetClassifierTest {
  private static final Term CFO = new Term(Dimension.PERSONA, "CFO");
  private static final Term CIO = new Term(Dimension.PERSONA, "CIO");
  private static final Term RETAIL = new Term(Dimension.INDUSTRY, "Retail");
  private static final Term UK = new Term(Dimension.REGION, "UK and Ireland");

  private final AssetClassifier classifier = new AssetClassifier(new FewWords());

  private static Content content(String path, String title, String text) {
    return new Content(
        title, "", path, "text/plain", PageUnit.WHOLE, List.of(), text, Map.of(), null);
  }

  private Classification classify(String path, String title, String text) {
    return classifier.classify(content(path, title, text.replace(" / ", "\n")));
  }

  @ParameterizedTest(name = "{1} is a {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          case-studies/q3/harbour.pdf | Harbour Mutual           | They had a problem and we were there.                                                    | CASE_STUDY
          q.pdf        | How Pinewater Dairy halved its waste | The challenge: spoilage. / The results: 52 % less waste, 9 % more margin, 3 % fewer trips. “It has changed the way that we run the night shift,” says Jo Tan. | CASE_STUDY
          k.pdf        | Kundenbericht: Molkerei Seetal | Die Herausforderung war groß. / Das Ergebnis: 20 % weniger Ausschuss.                                  | CASE_STUDY
          c.html       | Borealis CRM vs. Quartzline    | Feature comparison side by side. Strengths and weaknesses.                                             | COMPARISON
          p.xlsx       | Price list 2027                | Team 19 € per user per month / Business 39 € / Enterprise 59 € / Support 5 €                           | PRICING
          preise.pdf   | Preisliste                     | Team 19 € pro Nutzer / Profi 39 € / Listenpreis, Rabatt ab 50 / 5 € / 7 €                              | PRICING
          s.pdf        | Information security overview  | Encryption at rest and in transit. SOC 2, ISO 27001, penetration test, sub-processors.                 | SECURITY
          d.pdf        | Datenschutz und Sicherheit     | DSGVO, Verschlüsselung, Zugriffskontrolle, Rechenzentrum in Deutschland.                               | SECURITY
          b.docx       | Battlecard: Quartzline         | How we win. Objections. Landmines. When they say they are cheaper …                                    | BATTLECARD
          w.pdf        | White paper: settling faster   | Abstract / Methodology / This paper shows … / Conclusion / References                                  | WHITE_PAPER
          r.md         | Release notes 7.2              | New features / Bug fixes / Known issues                                                                | RELEASE_NOTES
          o.md         | Getting started in your first 30 days | Week 1: kickoff with your project team. Week 4: go live.                                        | ONBOARDING_GUIDE
          h.md         | So geht der Import: Anleitung  | Schritt 1: Öffnen Sie die Einstellungen. / Schritt 2: Klicken Sie auf Import.                          | HOW_TO
          g.pdf        | How to choose a payroll system: a buyer's guide | Questions to ask every vendor. Evaluation criteria. Shortlist.                        | BUYERS_GUIDE
          t.docx       | Rollout checklist              | [ ] Name the owner / [ ] Fill in the due date / [ ] Tick / [ ] Sign                                    | TEMPLATE
          e.txt        | First touch                    | Subject: a quick call? / Hi {{first_name}}, / do you have 15 minutes? / Best regards                    | EMAIL
          survey.pdf   | State of claims handling 2026  | We surveyed 812 people. 41 % of respondents … 20 % … 33 %. Key findings.                               | REPORT
          blog/why.md  | Five reasons why invoices bounce | In this post we look at invoices.                                                                    | BLOG_POST
          customers/harbour.md | Harbour Mutual           | They had a problem and we were there.                                                                  | CASE_STUDY
          a.md         | How Pinewater Dairy cut spoilage by 52 % | "We sleep again since the second week of the trial, all of us," says Jo Tan, Head of Quality at Pinewater Dairy. | CASE_STUDY
          a.md         | Why Lindenbank replaced three systems with one | “It took us four weeks, and nobody wants to go back to the old days,” explains CTO Mia Berg.       | CASE_STUDY
          blog/b.md    | Borealis vs Quartzline: which one fits? | Key differences. Pros and cons.                                                                  | COMPARISON
          a.md         | The best Quartzline alternatives | Compared with Quartzline, all of them are cheaper.                                                     | COMPARISON
          a.md         | Borealis 4.12                  | Added a board / Fixed a crash / Fixed a typo / Improved speed / Removed a flag                          | RELEASE_NOTES
          changelog/a.md | Faster imports               | Imports take half the time.                                                                            | RELEASE_NOTES
          docs/a.md    | Rules                          | A rule has a name and a condition.                                                                     | HOW_TO
          a.md         | Set up single sign-on          | Open the settings. / Click Security. / Select your provider. / Enter the address. / Click Save.        | HOW_TO
          a.md         | Rechnungen importieren: Schritt für Schritt | Klicken Sie auf Import. Wählen Sie den Ordner.                                            | HOW_TO
          a.md         | Comment importer vos factures  | Cliquez sur Importer. Sélectionnez le dossier. Ouvrez les réglages.                                    | HOW_TO
          a.md         | Alternativas a Quartzline      | Comparativa de precios y diferencias.                                                                  | COMPARISON
          a.md         | Klantverhaal: Zuivel Noord     | De uitdaging was groot. Het resultaat: minder afval.                                                   | CASE_STUDY
          webinars/a.md | Closing the books in a day    | Join us for 45 minutes. Save your seat.                                                                | WEBINAR
          x.pdf        | Zephyr                         | Lorem ipsum dolor.                                                                                     | OTHER
          """)
  void typesAreGuessedFromWordsPathAndStructure(
      String path, String title, String text, ContentType expected) {
    var type = classify(path, title, text).type();
    assertThat(type.value()).as("%s", type).isEqualTo(expected);
    assertThat(type.isInferred()).isTrue();
  }

  @Test
  void frontMatterSaysWhatItIsByItsCategoryOrItsKeys() {
    var category =
        new Content(
            "Harbour Mutual",
            "",
            "a.md",
            "text/markdown",
            PageUnit.WHOLE,
            List.of(),
            "Text.",
            Map.of("category", List.of("Customer Stories")),
            null);
    assertThat(classifier.classify(category).type())
        .satisfies(type -> assertThat(type.value()).isEqualTo(ContentType.CASE_STUDY))
        .satisfies(type -> assertThat(type.basis()).contains("customer stories"));
    var keys =
        new Content(
            "Harbour",
            "",
            "a.md",
            "text/markdown",
            PageUnit.WHOLE,
            List.of(),
            "Text.",
            Map.of(
                "speakers",
                List.of("Jo Tan"),
                "onDemand",
                List.of("true"),
                "timezone",
                List.of("UTC")),
            null);
    assertThat(classifier.classify(keys).type().value()).isEqualTo(ContentType.WEBINAR);
  }

  @Test
  void aLayoutSaysLessThanATitle() {
    var post =
        new Content(
            "Case study: Harbour Mutual",
            "",
            "a.md",
            "text/markdown",
            PageUnit.WHOLE,
            List.of(),
            "Harbour Mutual cut its costs by 40 %.",
            Map.of("layout", List.of("post")),
            null);
    assertThat(classifier.classify(post).type().value()).isEqualTo(ContentType.CASE_STUDY);
  }

  @Test
  void aTypeThatIsUnsureStillTellsTheLikelyStages() {
    var stages =
        classify(
                "a.md",
                "Zephyr",
                "Click Save. Select a rule. Open the settings. By default it is off.")
            .stages();
    assertThat(stages.getFirst().value()).isEqualTo(JourneyStage.POST_SALE);
  }

  @Test
  void severalTopicsTellForWhomATextIs() {
    var said =
        classify(
            "a.pdf",
            "The nine-month plan",
            "Payback after nine months. The budget moves from capex to opex. Net present value and cash flow in the annex.");
    assertThat(said.terms()).extracting(Label::value).containsExactly(CFO);
    assertThat(said.terms().getFirst().basis()).contains("payback");
    assertThat(classify("a.pdf", "Plans", "We have a budget.").terms()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          handbook/sales/a.md | Running calls   | The customer drives.                                                     | INTERNAL
          a.md                | Reviews         | The account executive, the sales engineer and the deal desk meet in Slack channel first. | INTERNAL
          blog/handbook-for-teams.md | The handbook for better teams | Teams write down what they do.                       | BUYER
          """)
  void aCompanysInnerLifeIsInternal(String path, String title, String text, Audience expected) {
    assertThat(classify(path, title, text).audience().value()).isEqualTo(expected);
  }

  @Test
  void timedSpeechIsNoBlogPost() {
    var speech =
        new Content(
            "Faster month-end",
            "",
            "a.vtt",
            "text/vtt",
            PageUnit.TIME,
            List.of(),
            "Welcome to this webinar. Please put questions in the chat.",
            Map.of(),
            null);
    assertThat(classifier.classify(speech).type().value()).isEqualTo(ContentType.WEBINAR);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          For internal use only. How to answer hard questions.  | INTERNAL
          Nur für den internen Gebrauch! Argumente.             | INTERNAL
          Acme – confidential                                   | INTERNAL
          Use this talk track when the prospect says no.        | INTERNAL
          Your data stays confidential and is never sold to anybody, as the contract says. | BUYER
          Twelve ways to close the books sooner.                | BUYER
          """)
  void whatLooksInternalIsTakenAsInternal(String text, Audience expected) {
    assertThat(classify("a.pdf", "A page", text).audience().value()).isEqualTo(expected);
  }

  @Test
  void termsAreFoundByTheirOtherNamesAndSayWhere() {
    var terms =
        classify(
                "a.pdf",
                "What finance directors in retail should know",
                "Retailers in the UK lose money. The finance director of a retailer decides; in the UK, CFOs sign.")
            .terms();
    assertThat(terms).extracting(Label::value).containsExactlyInAnyOrder(CFO, RETAIL, UK);
    assertThat(terms)
        .allSatisfy(
            label -> {
              assertThat(label.basis()).isNotBlank();
              assertThat(label.confidence()).isBetween(0.45, 0.95);
            });
  }

  @Test
  void aWordSaidInPassingIsNoLabel() {
    assertThat(classify("a.pdf", "Payroll", "Even a retailer could do it.").terms()).isEmpty();
  }

  @Test
  void abbreviationsCountOnlyInCapitals() {
    assertThat(classify("a.pdf", "uk uk uk", "it is what it is, uk").terms()).isEmpty();
  }

  private static final class FewWords implements Taxonomy {
    @Override
    public List<KnownTerm> terms(Dimension dimension) {
      return List.of(
              new KnownTerm(CFO, List.of("finance director", "chief financial officer"), true),
              new KnownTerm(CIO, List.of("it director"), true),
              new KnownTerm(RETAIL, List.of("retailer"), true),
              new KnownTerm(UK, List.of("UK", "united kingdom"), true))
          .stream()
          .filter(known -> known.term().dimension() == dimension)
          .toList();
    }

    @Override
    public Optional<Term> resolve(Dimension dimension, String name) {
      return terms(dimension).stream()
          .map(KnownTerm::term)
          .filter(term -> term.key().equals(Term.normalize(name)))
          .findFirst();
    }

    @Override
    public Term resolveOrAdd(Dimension dimension, String name) {
      return new Term(dimension, name);
    }

    @Override
    public void addAlias(Term term, String alias) {
      throw new UnsupportedOperationException();
    }
  }
}
