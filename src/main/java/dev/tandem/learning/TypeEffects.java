package dev.tandem.learning;

import dev.tandem.taxonomy.ContentType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What a model learned of types of content: at a stage, in an industry, for a persona, a rep and a
 * team. All in log-odds, 0 for what it never met.
 */
final class TypeEffects {
  private static final int TYPES = ContentType.values().length;

  /** By stage (the last row: unknown) and type. */
  private final double[][] atStage = new double[StageRows.COUNT][TYPES];

  private final Map<String, double[]> inIndustry;
  private final Map<String, double[]> forPersona;
  private final Map<String, double[]> forRep;
  private final Map<String, double[]> forTeam;
  private final Map<String, String> members;

  TypeEffects(ModelDocument document) {
    document
        .types()
        .forEach(
            (type, effect) ->
                typed(type, i -> Arrays.stream(atStage).forEach(row -> row[i] = effect.mean())));
    document
        .typesByStage()
        .forEach(
            (key, effect) ->
                typed(type(key), i -> atStage[StageRows.of(group(key))][i] += effect.mean()));
    this.inIndustry = grouped(document.typesByIndustry());
    this.forPersona = grouped(document.typesByPersona());
    var tastes = document.tastes();
    this.forRep = tastes == null ? Map.of() : grouped(tastes.reps());
    this.forTeam = tastes == null ? Map.of() : grouped(tastes.teams());
    this.members = tastes == null ? Map.of() : new HashMap<>(tastes.members());
  }

  private static Map<String, double[]> grouped(Map<String, Estimate> effects) {
    var groups = new HashMap<String, double[]>();
    effects.forEach(
        (key, effect) ->
            typed(
                type(key),
                i ->
                    groups.computeIfAbsent(group(key), none -> new double[TYPES])[i] =
                        effect.mean()));
    return groups;
  }

  private static String type(String key) {
    return key.substring(0, Math.max(0, key.indexOf('@')));
  }

  private static String group(String key) {
    return key.substring(key.indexOf('@') + 1);
  }

  private static void typed(String id, IntConsumer then) {
    for (var type : ContentType.values()) if (type.id().equals(id)) then.accept(type.ordinal());
  }

  double atStage(Example candidate) {
    return atStage[StageRows.of(candidate.asked().stage())][candidate.type().ordinal()];
  }

  double inIndustry(Example candidate) {
    return of(inIndustry, candidate.asked().industry(), candidate.type());
  }

  /** The mean over those of the buying committee. */
  double forPersona(Example candidate) {
    var personas = candidate.asked().personas();
    double sum = 0;
    for (var persona : personas) sum += of(forPersona, persona, candidate.type());
    return personas.isEmpty() ? 0 : sum / personas.size();
  }

  double forRep(Example candidate) {
    return of(forRep, candidate.asked().by().rep(), candidate.type());
  }

  /** Of the team that the rep was in at the training. */
  double forTeam(Example candidate) {
    var rep = candidate.asked().by().rep();
    return rep == null ? 0 : of(forTeam, members.get(rep), candidate.type());
  }

  private static double of(
      Map<String, double[]> effects, @Nullable String group, ContentType type) {
    var known = group == null ? null : effects.get(group);
    return known == null ? 0 : known[type.ordinal()];
  }
}
