package dev.tandem.learning;

import dev.tandem.identity.PersonalRecords;
import dev.tandem.identity.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What models learned of a rep's own preferences, and what somebody decided about models. */
@Component
class LearningPeople implements PersonalRecords {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcModelRegistry registry;

  LearningPeople(JdbcModelRegistry registry) {
    this.registry = registry;
  }

  @Override
  public String name() {
    return "learned preferences and decisions about models";
  }

  @Override
  public List<JsonNode> export(Person person) {
    var key = PersonKey.rep(person.id());
    var all = new ArrayList<JsonNode>();
    registry.naming(key).forEach(model -> all.add(preferences(model, key)));
    for (var decision : registry.decidedBy(person.id()))
      all.add(
          JSON.createObjectNode()
              .put("decided_at", decision.at().toString())
              .put("decision", decision.kind().name().toLowerCase(Locale.ROOT))
              .put("model", decision.version()));
    return all;
  }

  private static JsonNode preferences(ModelDocument model, String key) {
    var row = JSON.createObjectNode().put("model", model.version());
    var types = row.putObject("log_odds_by_type");
    var tastes = model.tastes();
    if (tastes == null) return row;
    tastes
        .reps()
        .forEach(
            (name, effect) -> {
              if (name.endsWith('@' + key))
                types.put(name.substring(0, name.indexOf('@')), effect.mean());
            });
    return row;
  }

  @Override
  public Forgotten forget(Person person, UserId pseudonym) {
    return new Forgotten(
        registry.forget(PersonKey.rep(person.id())),
        registry.forgetWhoDecided(person.id(), pseudonym),
        "");
  }
}
