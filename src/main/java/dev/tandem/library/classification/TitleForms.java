package dev.tandem.library.classification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the form of a title says, whatever it is about: "X vs Y", "How Acme cut …", "Set up …". */
final class TitleForms {
  private record Form(String cue, String words, Pattern pattern) {}

  private static final String RIVAL = "[\\p{Lu}\\p{N}][\\p{L}\\p{N}.&'’-]*";

  private static final List<Form> FORMS =
      List.of(
          form("versus", "“vs” in the title", "(?i)(?<![\\p{L}])(vs\\.?|versus)(?![\\p{L}])"),
          form(
              "rivals",
              "alternatives in the title",
              "(?i)\\balternativen?\\b.{0,12}\\b(to|zu|für|à|a|voor|für)\\b|\\balternatives?$|"
                  + "\\balternatives? (in|for) |\\balternativas?\\b|\\balternatief\\b|"
                  + "\\b(switch|move|moving|migrat\\w+) (away )?from .+ to "),
          form(
              "which",
              "asks which one",
              "(?i)^(which|welche\\w*|quel\\w*|cuál|welke)\\b|.\\bor\\b.+\\?"),
          form(
              "best_of",
              "a list of the best",
              "(?i)^(the )?(top|best|\\d+ best|\\d+ top|die besten|les meilleurs|los mejores|de beste)\\b"
                  + ".*\\b(tools?|software|platforms?|apps?|solutions?|providers?|vendors?|services?|"
                  + "librar\\w+|frameworks?|lösungen|outils|herramientas|systems?)\\b"),
          form(
              "customer_result",
              "somebody reached something",
              "^(How|Why|Wie|Warum|So|Comment|Pourquoi|Cómo|Por qué|Hoe|Waarom) (?!To\\b|We\\b|You\\b|Your\\b|I\\b|It\\b|The\\b|Do\\b|Can\\b|Sie\\b|Wir\\b)"
                  + "(?:[a-z]{1,5} ){0,2}\\p{Lu}[\\p{L}\\p{N}.&'’ -]{1,60}?\\b"
                  + "(\\p{L}+(ed|s)|cut|built|grew|chose|won|saw|got|made|kept|found|left|went|spen[dt]|runs?|"
                  + "hat|haben|\\p{L}+te|nutzt|spart|a|ont|utilise|ha|usa|heeft|gebruikt)\\b.{8,}"),
          form(
              "customer_result",
              "somebody reached something",
              "^\\p{Lu}[\\p{L}\\p{N}.&'’ -]{1,50}? (cut|cuts|reduces?|reduced|saves?|saved|halve[sd]?|doubles?|doubled|"
                  + "triples?|increases?|increased|boosts?|boosted|achieves?|achieved|scales?|scaled|moves?|moved|migrates?|"
                  + "migrated|switche[sd]|replace[sd]|grew|grows|halbiert|senkt|spart|steigert|réduit|reduce|bespaart)\\b"
                  + ".*(\\d|\\bwith\\b|\\bmit\\b|\\bavec\\b|\\bcon\\b|\\bmet\\b)"),
          form(
              "listicle",
              "counts its points",
              "(?i)^(the |my |our |die |les |los |de )?(top )?(\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve|"
                  + "drei|vier|fünf|sechs|sieben|acht|neun|zehn|cinq|dix|cinco|diez|vijf|tien) "
                  + "(\\p{L}+ ){0,3}(reasons?|ways|tips|things|mistakes|myths|lessons|steps|ideas|signs|trends|questions|"
                  + "best practices|takeaways|facts|strategies|gründe|tipps|wege|fehler|mythen|dinge|raisons|conseils|"
                  + "façons|erreurs|razones|consejos|formas|errores|redenen|manieren|fouten)\\b"),
          form(
              "announcement",
              "announces something",
              "(?i)^(introducing|announcing|meet |we('re| are) |we('ve| have) |our |hello|welcome to|welcoming|say hello|"
                  + "wir |unser\\w* |nous |notre |presentamos|nuestr\\w+ |onze )|\\b(is|are) (now|finally|here)\\b|"
                  + "\\b(raises|series [a-d]|joins|acquires|acquired)\\b"),
          form(
              "choosing",
              "helps to choose",
              "(?i)^(how (to|do you|do i) (choose|select|evaluate|pick|buy|compare)|comment choisir"
                  + "|cómo elegir|hoe kies)\\b"),
          form(
              "why",
              "asks why",
              "(?i)^(why|warum|weshalb|pourquoi|por qué|waarom|what (is|are) |was (ist|sind) |what we|the (case|problem|future|rise|end|state) )"),
          form("question", "a question", "\\?\\s*$"),
          form(
              "instruction",
              "tells what to do",
              "(?i)^(set ?up|install|configure|create|build|add|deploy|enable|connect|integrate|migrate|upgrade|update|use|"
                  + "manage|import|export|invite|customi[sz]e|run|write|test|track|monitor|send|embed|verify|change|delete|remove|"
                  + "cancel|download|register|mount|move|make|turn|implement|generate|fetch|handle|optimi[sz]e|secure|debug|"
                  + "fix|understand|learn|assign|view|edit|filter|schedule|sync) (?!to\\b)[\\p{L}\\p{N}]"),
          form(
              "instruction",
              "tells what to do",
              "(?i)^(how (to|do|can|does) |wie (man|sie|ich|du|kann)|so .* sie |comment (?!\\p{L}+ a )|cómo |hoe (je|u|kan)|einrichten|.{3,} (einrichten|installieren|konfigurieren|verwenden|erstellen)$)"),
          form(
              "doing",
              "names an activity",
              "(?i)^(setting up|installing|configuring|creating|building|adding|deploying|enabling|connecting|integrating|"
                  + "migrating|upgrading|updating|using|managing|importing|exporting|inviting|customi[sz]ing|running|writing|"
                  + "testing|tracking|monitoring|sending|embedding|changing|deleting|removing|understanding|working with|"
                  + "moving|implementing|generating|fetching|handling|debugging|getting|self[- ]hosting|troubleshooting)\\b"),
          form(
              "error",
              "names an error",
              "(?i)\\b(error|errors|exception|not working|fails?|failed|undefined|fehler|erreur|fout)\\b"),
          form(
              "release",
              "a version number in the title",
              "(?i)(^|\\s)(v\\d+(\\.\\d+)*|\\d+\\.\\d+(\\.(\\d+|x))?)(?![\\d%])"),
          form(
              "month_title",
              "a month and what came in it",
              "(?i)\\b(january|february|march|april|may|june|july|august|september|october|november|december|januar|februar|"
                  + "märz|mai|juni|juli|oktober|dezember|spring|summer|autumn|fall|winter)\\b.{0,6}\\b20\\d\\d\\b.*\\b(update|updates|release|"
                  + "changes|news)\\b|\\b(update|updates|release|changes)\\b.{0,20}\\b(january|february|march|april|may|june|july|"
                  + "august|september|october|november|december)\\b"),
          form(
              "product_for",
              "something for somebody",
              "^(?!How|Why|What|The |A )"
                  + RIVAL
                  + "( "
                  + RIVAL
                  + "){0,3} (for|für|pour|para|voor) \\p{L}+( \\p{L}+){0,4}$"
                  + "|(?i): .{0,40}\\b(for|für) \\p{L}+( \\p{L}+){0,4}$"),
          form(
              "against",
              "against a rival",
              "(?i)^(against|gegen|contre|contra|tegen|beat(ing)?|win(ning)? against|sell(ing)? (against|\\p{L}+ where))\\b"),
          form(
              "identifier",
              "named like something in a program",
              "^<?[\\p{L}_$][\\w$.-]*([a-z][A-Z]|[_.(/])[\\w$.()/>-]*$|^--?\\w"));

  private TitleForms() {}

  /** Names of the forms that the title has, each with words for people. */
  static Map<String, String> of(String title) {
    var clean = title.strip();
    var forms = new LinkedHashMap<String, String>();
    for (var form : FORMS)
      if (form.pattern().matcher(clean).find()) forms.putIfAbsent(form.cue(), form.words());
    return forms;
  }

  private static Form form(String cue, String words, String pattern) {
    return new Form(cue, words, Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS));
  }
}
