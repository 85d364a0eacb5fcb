package dev.tandem.sampledata;

import dev.tandem.taxonomy.JourneyStage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Notes as reps leave them: concrete, some empty, some hasty. */
final class DealNotes {
  private static final Pattern SLOT = Pattern.compile("\\{(\\w+)\\}");
  private static final Pattern TAGS = Pattern.compile("^\\[([^]]+)] ");
  private static final List<String> MONTHS =
      List.of("January", "March", "April", "May", "June", "September", "October", "November");
  private static final List<String> MONATE =
      List.of("Januar", "März", "April", "Mai", "Juni", "September", "Oktober", "November");
  private static final Map<String, String> ROLLEN =
      Map.of(
          "field service manager", "Serviceleiter",
          "operations director", "Betriebsleiterin",
          "maintenance manager", "Leiter Instandhaltung",
          "IT director", "IT-Leiter",
          "finance director", "Kaufmännische Leiterin",
          "procurement manager", "Einkäufer",
          "compliance officer", "Compliance-Beauftragte",
          "technician", "Obermonteur");

  private final Map<String, Map<String, List<String>>> patterns;

  DealNotes(Map<String, Map<String, List<String>>> patterns) {
    this.patterns = patterns;
  }

  int count() {
    return patterns.values().stream()
        .flatMap(languages -> languages.values().stream())
        .mapToInt(List::size)
        .sum();
  }

  /** Whose note it is. */
  record About(
      String product,
      String industry,
      JourneyStage stage,
      String role,
      String rival,
      boolean german) {}

  String write(Chance chance, About deal) {
    if (chance.of(0.12)) return "";
    var first = pattern(chance, chance.of(0.8) ? deal.product() : "any", deal);
    var text = new StringBuilder(filled(chance, first, deal));
    var second = pattern(chance, "any", deal);
    if (chance.of(0.25) && !second.equals(first))
      text.append(' ').append(filled(chance, second, deal));
    return chance.of(0.12) ? hasty(chance, text.toString()) : text.toString();
  }

  private String pattern(Chance chance, String group, About deal) {
    var languages = patterns.get(group);
    if (languages == null) throw new IllegalArgumentException("no notes for " + group);
    var fitting =
        languages.getOrDefault(deal.german() ? "de" : "en", List.of()).stream()
            .filter(pattern -> fits(pattern, deal))
            .map(pattern -> TAGS.matcher(pattern).replaceFirst(""))
            .toList();
    return chance.pick(fitting);
  }

  private static boolean fits(String pattern, About deal) {
    var tags = TAGS.matcher(pattern);
    if (!tags.find()) return true;
    var stages = new ArrayList<JourneyStage>();
    var industries = new ArrayList<String>();
    for (var tag : tags.group(1).split("\\|"))
      JourneyStage.parse(tag).ifPresentOrElse(stages::add, () -> industries.add(tag));
    return (stages.isEmpty() || stages.contains(deal.stage()))
        && (industries.isEmpty() || industries.contains(deal.industry()));
  }

  private static String filled(Chance chance, String pattern, About deal) {
    return SLOT.matcher(pattern)
        .replaceAll(
            slot ->
                slot.group(1).equals("role")
                    ? contact(deal.role(), startsSentence(pattern, slot.start()), deal.german())
                    : fill(chance, slot.group(1), deal.rival(), deal.german()));
  }

  private static boolean startsSentence(String pattern, int at) {
    return at == 0 || pattern.startsWith(". ", at - 2);
  }

  private static String contact(String role, boolean start, boolean german) {
    if (german) return ROLLEN.getOrDefault(role, role);
    return (start ? "Their " : "the ") + role;
  }

  private static String fill(Chance chance, String slot, String rival, boolean german) {
    return switch (slot) {
      case "n" -> String.valueOf(chance.between(4, 90) * 5);
      case "m" -> String.valueOf(chance.between(11, 280));
      case "p" -> String.valueOf(chance.between(6, 28));
      case "k" -> String.valueOf(chance.between(8, 90) * 10);
      case "w" -> String.valueOf(chance.between(3, 16));
      case "q" -> "Q" + chance.between(1, 4);
      case "few" -> String.valueOf(chance.between(4, 8));
      case "payback" -> String.valueOf(chance.between(3, 6) * 3);
      case "sites" -> String.valueOf(chance.between(2, 9));
      case "month" -> chance.pick(german ? MONATE : MONTHS);
      case "rival" -> rival(rival, german);
      default -> throw new IllegalArgumentException("unknown slot {" + slot + "}");
    };
  }

  private static String rival(String rival, boolean german) {
    return switch (rival) {
      case "" -> german ? "den bisherigen Anbieter" : "the incumbent";
      case "status quo" -> german ? "Excel" : "spreadsheets";
      default -> rival;
    };
  }

  /** Two letters swapped or one lost, and no capital at the start. */
  private static String hasty(Chance chance, String text) {
    var letters = new StringBuilder(text);
    for (int slips = chance.between(1, 3); slips > 0; slips--) {
      int at = chance.between(1, letters.length() - 3);
      if (!Character.isLetter(letters.charAt(at)) || !Character.isLetter(letters.charAt(at + 1)))
        continue;
      if (chance.of(0.5)) letters.deleteCharAt(at);
      else {
        char first = letters.charAt(at);
        letters.setCharAt(at, letters.charAt(at + 1));
        letters.setCharAt(at + 1, first);
      }
    }
    letters.setCharAt(0, Character.toLowerCase(letters.charAt(0)));
    return letters.toString();
  }
}
