package dev.tandem.search;

import dev.tandem.library.Asset;
import dev.tandem.library.AssetId;
import dev.tandem.library.AssetStatus;
import dev.tandem.library.AssetText;
import dev.tandem.library.AssetText.Page;
import dev.tandem.library.Label;
import dev.tandem.search.AssetIndex.Entry;
import dev.tandem.taxonomy.Audience;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Thirty assets of a vendor of payroll software, in English and German. */
public final class SmallLibrary {
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  private static final String LIBRARY =
      """
      trends-deck | presentation | awareness | en | Five trends that change payroll | Why paying people on time got harder, and what the best do | | # Remote work crosses borders: tax offices notice. # Real-time reporting becomes law in eleven countries.
      cost-of-errors | ebook | awareness | en | The hidden cost of payroll errors | What every wrong payslip costs in time, fines and trust | industry:Retail | # A wrong payslip costs 290 euros to put right. # Employees who were paid wrongly twice start looking for another job.
      payroll-podcast | podcast | awareness | en | Paydays, episode 12: the night before the run | A payroll manager talks about deadlines | persona:Payroll manager | # We talk about deadlines, coffee and spreadsheets that break at midnight.
      spreadsheets-blog | blog_post | awareness | en | When the spreadsheet is the risk | Signs that manual payroll has outgrown its tool | | # Nobody audits a spreadsheet macro. # Change now, before the person who wrote it leaves.
      lohn-trends | white_paper | awareness | de | Lohnabrechnung 2027: was sich ändert | Neue Meldepflichten und was sie für die Personalabteilung bedeuten | region:DACH | # Die elektronische Arbeitsunfähigkeitsbescheinigung wird zur Pflicht. # Meldefristen verkürzen sich auf drei Tage.
      buyers-guide | buyers_guide | consideration | en | Choosing payroll software: a buyer's guide | Forty questions to ask every vendor | persona:HR director | # Ask how often tax tables are updated. # Ask who answers the phone on payday.
      integration-brief | solution_brief | consideration | en | Connect payroll with Workday and SAP | Ready-made interfaces keep employee records in step | product:Payora Connect;persona:IT director | # The REST API speaks JSON; webhooks report every change. # SAP SuccessFactors and Workday are certified.
      time-webinar | webinar | consideration | en | Webinar: from time clock to payslip | How shift plans and overtime flow into payroll | product:Payora Time;industry:Manufacturing | # Overtime rules differ per plant. # The time clock PX-40 stores punches offline.
      comparison-paymatic | comparison | consideration,decision | en | Payora and Paymatic compared | Feature by feature, with the sources | competitor:Paymatic | # Paymatic runs in one country only. # Both offer employee self-service.
      battlecard-paymatic | battlecard | decision | en | Battlecard: winning against Paymatic | Talk tracks for when Paymatic undercuts | competitor:Paymatic | # They discount deeply in the last week of the quarter. # Ask about multi-country consolidation.
      datasheet-core | data_sheet | consideration | en | Payora Core data sheet | Limits, countries, file formats, uptime | product:Payora Core | # 32 countries, 9 file formats. # Uptime promise 99.95 percent.
      datenblatt-core | data_sheet | consideration | de | Payora Core Datenblatt | Grenzen, Länder, Dateiformate, Verfügbarkeit | product:Payora Core;region:DACH | # 32 Länder und 9 Dateiformate. # Zugesicherte Verfügbarkeit 99,95 Prozent.
      case-hospital | case_study | decision | en | Merrow Hospitals: payroll for 9,000 nurses in two days | How a hospital group cut its payroll run from nine days to two | industry:Healthcare;product:Payora Core;persona:Finance director | # Shift allowances were typed in by hand. # The run now takes two days and errors fell by 84 percent.
      case-retail | case_study | decision | en | Kettle & Crane pays 212 stores from one place | A retailer replaced four payroll systems | industry:Retail;product:Payora Core;competitor:Paymatic | # Four systems and 212 stores. # Return after eleven months.
      case-factory | case_study | decision | en | Overtime under control at Brandt Castings | A foundry connected its time clocks | industry:Manufacturing;product:Payora Time | # Three shifts and 600 workers. # Disputes about overtime fell by half.
      fall-stadtwerke | case_study | decision | de | Stadtwerke Ahlen rechnen in einem Tag ab | Wie ein Versorger die Lohnabrechnung vereinfachte | industry:Utilities;region:DACH;product:Payora Core | # Vorher dauerte die Abrechnung acht Tage. # Heute prüft das Team nur noch Ausnahmen.
      roi-calculator | roi_calculator | decision | en | Payroll savings calculator | Work out your return on investment in five minutes | persona:Finance director | # Enter the number of payslips, errors and hours.
      business-case | business_case | decision | en | Business case template for the CFO | The numbers a finance director asks for | persona:Finance director | # Total cost of ownership over five years. # Sensitivity: what if only half the savings come?
      pricing | pricing | decision | en | Price list 2026 | Per payslip, with volume discounts | | # 3.90 euros a payslip up to 500. # Volume discount from 5,000 payslips.
      security-one-pager | security | decision | en | SOC 2 and ISO 27001 at a glance | Certificates, audits and where they can be seen | persona:IT director | # The SOC 2 Type II report covers twelve months. # Encryption AES-256 at rest.
      security-questionnaire | security | decision | en | Answers to the security questionnaire | 140 answers that IT and procurement usually ask for | persona:IT director | # Q1 Do you encrypt backups? Yes. # Q77 Penetration tests twice a year.
      datenschutz | security | decision | de | Datenschutz und Sicherheit bei Payora | Auftragsverarbeitung, Löschfristen und Rechenzentren nach DSGVO | region:DACH | # Alle Rechenzentren stehen in Frankfurt und Wien. # Löschkonzept nach zehn Jahren.
      pilot-plan | template | decision | en | Pilot plan: eight weeks to a first run | Mutual plan with milestones and owners | | # Week 1: data import. # Week 6: parallel run.
      demo-video | demo | consideration | en | Product tour: one payroll run from start to finish | Watch a run in six minutes | product:Payora Core | # Import, check, approve, pay.
      reference-letter | reference | decision | en | Reference letter of the Merrow group | A finance director recommends Payora | industry:Healthcare | # We would choose Payora again.
      onboarding-guide | onboarding_guide | post_sale | en | Your first ninety days | Who does what from kick-off to the first payday | | # Kick-off, data migration, parallel run, go-live.
      how-to-corrections | how_to | post_sale | en | How to correct a payslip after the run | Step by step | product:Payora Core | # Open the run, choose the employee, press correct.
      anleitung-korrektur | how_to | post_sale | de | Lohnabrechnung nachträglich korrigieren | Schritt für Schritt | product:Payora Core | # Lauf öffnen, Mitarbeiterin wählen, Korrektur anlegen.
      release-notes | release_notes | post_sale | en | What is new in Payora 9 | Faster runs, new countries | product:Payora Core | # Bulk corrections. # Portugal and Greece added.
      email-renewal | email | post_sale | en | E-mail: time to talk about renewal | Template for account managers three months before the contract ends | | # Dear customer, your contract renews in ninety days.
      """;

  public static List<Entry> entries() {
    return LIBRARY.lines().filter(line -> !line.isBlank()).map(SmallLibrary::entry).toList();
  }

  public static void putInto(AssetIndex index) {
    entries().forEach(entry -> index.put(entry.asset(), entry.text()));
    index.refresh();
  }

  private static Entry entry(String line) {
    var cells = Stream.of(line.split("\\|")).map(String::strip).toList();
    var terms =
        Stream.of(cells.get(6).split(";"))
            .filter(term -> !term.isBlank())
            .map(term -> term.split(":"))
            .map(
                term ->
                    new Term(
                        Dimension.valueOf(term[0].toUpperCase(java.util.Locale.ROOT)), term[1]))
            .toList();
    var stages =
        Stream.of(cells.get(2).split(",")).map(id -> JourneyStage.parse(id).orElseThrow()).toList();
    var id = cells.get(0);
    var asset =
        anAsset(id)
            .titled(cells.get(4))
            .described(cells.get(5))
            .ofType(ContentType.parse(cells.get(1)).orElseThrow())
            .forStages(stages)
            .about(terms)
            .in(cells.get(3))
            .seenBy(id.startsWith("battlecard") ? Audience.INTERNAL : Audience.BUYER);
    return Entry.of(
        asset.build(),
        text(id, Stream.of(cells.get(7).split("#")).filter(page -> !page.isBlank()).toList()));
  }

  public static AssetText text(String id, List<String> pages) {
    var numbered = new ArrayList<Page>();
    for (var page : pages) numbered.add(new Page(numbered.size() + 1, null, page.strip(), null));
    return new AssetText(new AssetId(id), 1, List.of(), numbered);
  }

  public static Draft anAsset(String id) {
    return new Draft(id);
  }

  /** An asset in the making: English, published, for buyers, unless said otherwise. */
  public static final class Draft {
    private final String id;
    private String title;
    private String description = "";
    private ContentType type = ContentType.OTHER;
    private List<JourneyStage> stages = List.of();
    private List<Term> terms = List.of();
    private String language = "en";
    private Audience audience = Audience.BUYER;
    private AssetStatus status = AssetStatus.PUBLISHED;
    private @Nullable LocalDate expiresOn;
    private @Nullable String owner;
    private LocalDate publishedOn = LocalDate.of(2026, 1, 1);
    private long revision = 1;

    private Draft(String id) {
      this.id = id;
      this.title = id;
    }

    public Draft titled(String value) {
      title = value;
      return this;
    }

    public Draft described(String value) {
      description = value;
      return this;
    }

    public Draft ofType(ContentType value) {
      type = value;
      return this;
    }

    public Draft forStages(List<JourneyStage> value) {
      stages = value;
      return this;
    }

    public Draft about(List<Term> value) {
      terms = value;
      return this;
    }

    public Draft in(String value) {
      language = value;
      return this;
    }

    public Draft seenBy(Audience value) {
      audience = value;
      return this;
    }

    public Draft withStatus(AssetStatus value) {
      status = value;
      return this;
    }

    public Draft expiring(LocalDate value) {
      expiresOn = value;
      return this;
    }

    public Draft publishedOn(LocalDate value) {
      publishedOn = value;
      return this;
    }

    public Draft ownedBy(String value) {
      owner = value;
      return this;
    }

    public Draft atRevision(long value) {
      revision = value;
      return this;
    }

    public Asset build() {
      return new Asset(
          new AssetId(id),
          1,
          revision,
          Label.given(title),
          Label.given(description),
          Label.given(type),
          stages.stream().map(Label::given).toList(),
          terms.stream().map(Label::given).toList(),
          Label.given(language),
          Label.given(audience),
          status,
          null,
          owner,
          null,
          publishedOn,
          null,
          expiresOn,
          null,
          List.of(),
          null,
          null,
          null,
          null,
          Instant.parse("2026-01-01T00:00:00Z"),
          Instant.parse("2026-01-01T00:00:00Z"));
    }
  }

  private SmallLibrary() {}
}
