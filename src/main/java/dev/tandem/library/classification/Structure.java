package dev.tandem.library.classification;

import dev.tandem.library.extraction.PageUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** How a content is built rather than what it says. */
final class Structure {
  /** More than this is not scanned: what a long text is shows early. */
  private static final int MOST_CHARACTERS = 200_000;

  private static final int MOST_COUNTED = 400;

  private static final Pattern QUESTION = Pattern.compile("(?m)\\?\\s*$");
  private static final Pattern QUOTE =
      Pattern.compile("[“„\"»][^“”\"«»]{40,400}[”“\"«]\\s*[,–—-]?\\s*\\p{L}");
  private static final Pattern PERCENT = Pattern.compile("\\d\\s?(%|percent|prozent)");

  /** A change for the better with its size: "cut onboarding time by 40 %", "three times faster". */
  private static final Pattern OUTCOME =
      Pattern.compile(
          "(?i)\\b(reduc|cut|sav|increas|improv|grew|grow|drop|lower|boost|halv|fell|decreas|senk|spar|steiger|réduit|"
              + "gagn|augment|reduj|ahorr|aument|verminder|bespaar)\\p{L}*\\b[^.\\n]{0,70}\\d+([.,]\\d+)?\\s?(%|percent|prozent|x\\b|times|hours|"
              + "days|weeks|minutes|stunden|tage|minuten|heures|horas|uur)|\\d+\\s?(x|%|times) (faster|more|fewer|less|lower|higher|schneller|mehr|weniger)");

  private static final Pattern PRICE =
      Pattern.compile("([€$£]\\s?\\d)|(\\d\\s?(€|EUR|USD|GBP|CHF)\\b)");
  private static final Pattern STEP =
      Pattern.compile(
          "(?im)^\\s*(step|schritt|étape|paso|stap)\\s+\\d|^\\s*\\d{1,2}[.)]\\s+\\p{L}");
  private static final Pattern STEP_HEADING =
      Pattern.compile(
          "(?i)^(step|schritt|étape|paso|stap)\\s*\\d|\\b(prerequisites|usage|installation|next steps|parameters|options|examples?|syntax|configuration|voraussetzungen|prérequis)\\b");
  private static final Pattern BOX = Pattern.compile("\\[[ x]?\\]|[☐☑□]|_{5,}");
  private static final Pattern SLOT =
      Pattern.compile(
          "\\{\\{\\s?(first|last|full|company|your|contact|vor|nach|prénom|nombre)[^}]{0,40}\\}\\}|\\[(first|last|your|company|vor)?[ _]?(name|company|firma)\\]",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SPEAKER = Pattern.compile("(?m)^\\p{Lu}[\\p{L} .]{1,30}:\\s");

  /** Lines that only programmers write. */
  private static final Pattern CODE =
      Pattern.compile(
          "(?m)^\\s*((import|export|const|let|var|def|class|function|return|public|private|package|func|fn|use|async|await)\\s.*[;{(='\"]"
              + "|(npm|npx|yarn|pnpm|pip3?|docker|kubectl|git|curl|sudo|brew|apt(-get)?|helm|terraform|bun|cargo|go|SELECT|INSERT|CREATE|ALTER)\\s+[\\w./@-].*"
              + "|\\$ \\S.*|[}\\])]+[;,]?|</?[A-Za-z][\\w.]*(\\s[^>]*)?/?>|\"[\\w-]+\":\\s.*|[\\w.]+\\(.*\\);?|[\\w-]+:\\s*[{\\[]?|//.*|.*=>.*[{(]?)\\s*$");

  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?i)^(parameters?|props|returns?|api signature|signature|syntax|arguments|attributes|methods|properties|constructor|type parameters|version history|good to know|options)\\b");
  private static final Pattern VERSION_HEADING =
      Pattern.compile(
          "(?i)^\\[?(version |v|release )?\\d+\\.\\d+(\\.\\d+)?\\S*\\]?([ (–—-].*)?$|^@[\\w/-]+@\\d+\\.\\d+");
  private static final Pattern DATED_HEADING =
      Pattern.compile(
          "(?i)^\\W{0,2}(\\d{4}-\\d{2}-\\d{2}|(january|february|march|april|may|june|july|august|september|october|november|december|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|enero|febrero|januari)\\b.{0,12}\\d{4}|\\d{1,2}\\.? \\p{L}+ \\d{4})");
  private static final Pattern CHANGE =
      Pattern.compile(
          "(?im)^\\s*[-*•]?\\s*(\\[?(fixed|added|changed|removed|improved|deprecated|fix|feat|feature|chore|perf|behoben|hinzugefügt|verbessert|corrigé|ajouté|corregido|añadido)\\]?\\b|.{0,160}\\(#\\d+\\)|[0-9a-f]{7}: )");
  private static final Pattern YES_NO =
      Pattern.compile(
          "(?im)(\\|\\s*(✓|✔|✅|✗|✘|❌|yes|no|ja|nein|oui|non|sí)\\b?\\s*){1,}|✅.*❌|❌.*✅");
  private static final Pattern UNIT =
      Pattern.compile(
          "\\d\\s?(mm|cm|kg|GHz|MHz|Hz|V|W|A|mA|kW|°C|GB|MB|TB|dB|IP\\d{2}|bar|rpm)\\b");
  private static final Pattern WEEK =
      Pattern.compile("(?i)\\b(week|day|woche|tag|semaine|jour|semana|día)s?\\s+\\d");
  private static final Pattern NUMBERED = Pattern.compile("^\\d{1,2}(\\.\\d{1,2})?\\.?\\s+\\p{Lu}");
  private static final Pattern FOOTNOTE =
      Pattern.compile("(?m)^\\[?\\d{1,2}\\]?[.)]?\\s.*(https?://|\\(\\d{4}\\)|et al)");

  /** The box beside a customer story. */
  private static final Pattern CUSTOMER_FACT =
      Pattern.compile(
          "(?im)^\\W*(industry|sector|location|headquarters|employees|company size|founded|customer since|use cases?|products? used|branche|standort|sitz|mitarbeiter\\w*|gegründet|secteur|effectif|siège|sector|sede|empleados|locatie|medewerkers)\\s*[:|]");

  private static final Pattern NAME =
      Pattern.compile(
          "(?<=[\\p{Ll},:;–—] )\\p{Lu}[\\p{L}\\p{N}&.’'-]{2,}(?: \\p{Lu}[\\p{L}\\p{N}&.’'-]+)*|^\\p{Lu}[\\p{L}\\p{N}&.’'-]+(?: \\p{Lu}[\\p{L}\\p{N}&.’'-]+)+");

  private Structure() {}

  /** Names of the cues in force, each with words for people. */
  static Map<String, String> of(Content content, Words words) {
    var whole = content.text();
    var text = whole.length() > MOST_CHARACTERS ? whole.substring(0, MOST_CHARACTERS) : whole;
    var headings = content.headings();
    double hundreds = Math.max(1, words.count()) / 100.0;
    var cues = new LinkedHashMap<>(TitleForms.of(content.title()));
    if (content.unit() == PageUnit.SLIDE) cues.put("slides", "made of slides");
    if (content.unit() == PageUnit.SHEET) cues.put("sheets", "a spreadsheet");
    if (content.unit() == PageUnit.TIME) cues.put("timestamps", "timed speech");
    if ("message/rfc822".equals(content.mediaType())) cues.put("mail", "an e-mail file");
    if (text.length() < 5_000
        && Pattern.compile("(?im)^(subject|betreff|objet|asunto):").matcher(text).find())
      cues.put("mail", "has a subject line");
    add(
        cues,
        "dated_name",
        "a date in the file name",
        content.path().matches("(?s).*\\d{4}-\\d{2}-\\d{2}[^/]*$"));
    add(cues, "questions", "many questions", count(QUESTION, text) >= 5);
    add(cues, "quotes", "quotes people", count(QUOTE, text) >= 1);
    add(cues, "percentages", "results in percent", count(PERCENT, text) >= 3);
    add(cues, "outcomes", "says by how much something got better", count(OUTCOME, text) >= 2);
    long prices = count(PRICE, text);
    add(cues, "prices", "many prices", prices >= 4);
    add(cues, "dense_prices", "mostly prices", prices >= 4 && prices / hundreds >= 2);
    add(cues, "steps", "numbered steps", count(STEP, text) >= 4);
    add(cues, "step_headings", "headings of a manual", matching(STEP_HEADING, headings) >= 2);
    add(cues, "boxes", "boxes to fill in", count(BOX, text) >= 4);
    add(cues, "slots", "places for a name", count(SLOT, text) >= 1);
    add(cues, "speakers", "several speakers", count(SPEAKER, text) >= 6);
    long code = count(CODE, text);
    add(cues, "code", "code", code >= 4 && code / hundreds >= 0.5);
    add(cues, "much_code", "much code", code >= 15 && code / hundreds >= 3);
    add(cues, "reference", "headings of a reference", matching(REFERENCE, headings) >= 2);
    add(
        cues,
        "version_headings",
        "headings with versions",
        matching(VERSION_HEADING, headings) >= 2);
    add(cues, "dated_headings", "headings with dates", matching(DATED_HEADING, headings) >= 2);
    long changes = count(CHANGE, text);
    add(cues, "changes", "a list of changes", changes >= 5 && changes / hundreds >= 1);
    add(cues, "yes_no_table", "a table of yes and no", count(YES_NO, text) >= 5);
    add(cues, "units", "technical units", count(UNIT, text) >= 5);
    add(cues, "plan_by_weeks", "a plan by weeks or days", count(WEEK, text) >= 4);
    add(cues, "numbered_sections", "numbered sections", matching(NUMBERED, headings) >= 4);
    add(cues, "footnotes", "footnotes", count(FOOTNOTE, text) >= 3);
    add(cues, "printed", "a document with pages", content.unit() == PageUnit.PAGE);
    add(cues, "one_page", "a single page", content.unit() == PageUnit.PAGE && words.count() < 450);
    add(cues, "brief", "a few pages", words.count() >= 250 && words.count() < 1_000);
    add(cues, "short", "short", words.count() > 20 && words.count() < 350);
    add(cues, "long", "long", words.count() > 2_500);
    add(cues, "very_long", "very long", words.count() > 6_000);
    add(cues, "customer_facts", "facts about a customer", count(CUSTOMER_FACT, text) >= 2);
    cues.putAll(Voice.of(text, words.count()));
    add(
        cues,
        "protagonist",
        "tells of somebody and quotes them",
        hasProtagonist(content.title(), text, cues));
    add(cues, "prose", "running text", isProse(content, words, cues));
    return cues;
  }

  /** A name from the title that the text comes back to, and words in quotation marks. */
  private static boolean hasProtagonist(String title, String text, Map<String, String> cues) {
    if (!cues.containsKey("testimonial") && !cues.containsKey("quotes")) return false;
    return NAME.matcher(title)
        .results()
        .anyMatch(name -> count(Pattern.compile(Pattern.quote(name.group())), text) >= 4);
  }

  /** An article rather than a manual, a table or a document with pages. */
  private static boolean isProse(Content content, Words words, Map<String, String> cues) {
    var type = String.valueOf(content.mediaType());
    return (type.contains("markdown") || type.contains("html"))
        && words.count() >= 200
        && !cues.containsKey("much_code")
        && !cues.containsKey("imperative")
        && !cues.containsKey("reference");
  }

  private static void add(Map<String, String> cues, String name, String words, boolean holds) {
    if (holds) cues.put(name, words);
  }

  static long count(Pattern pattern, String text) {
    return pattern.matcher(text).results().limit(MOST_COUNTED).count();
  }

  private static long matching(Pattern pattern, Iterable<String> lines) {
    long matching = 0;
    for (var line : lines) if (pattern.matcher(line.strip()).find()) matching++;
    return matching;
  }
}
