package dev.tandem.sampledata;

import dev.tandem.taxonomy.ContentType;
import java.util.EnumMap;
import java.util.Map;

/**
 * How one rep works with content; hidden from the log.
 *
 * @param curiosity shifts how readily something seen is opened
 * @param sharing shifts how readily something opened is sent
 * @param scrolling chance to look below the fold
 * @param searches searches a week
 * @param rates chance to rate what was opened
 * @param startHour UTC, when the day begins
 * @param tastes liking of content types, beyond what the deal needs
 */
record Rep(
    String name,
    double curiosity,
    double sharing,
    double scrolling,
    double searches,
    double rates,
    int startHour,
    Map<ContentType, Double> tastes) {

  static Rep draw(Chance chance, String name) {
    var tastes = new EnumMap<ContentType, Double>(ContentType.class);
    for (var type : ContentType.values()) tastes.put(type, 0.35 * chance.normal());
    return new Rep(
        name,
        0.4 * chance.normal(),
        0.4 * chance.normal(),
        0.35 + 0.5 * chance.uniform(),
        4 + 5 * chance.uniform(),
        0.02 + 0.1 * chance.uniform(),
        name.equals("sam.whitaker") ? 13 : 7,
        tastes);
  }
}
