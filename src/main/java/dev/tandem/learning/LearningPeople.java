package dev.tandem.learning;

import dev.tandem.identity.PersonalRecords;
import dev.tandem.identity.UserId;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What models learned of a rep's own preferences. */
@Component
class LearningPeople implements PersonalRecords {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcModelRegistry registry;

  LearningPeople(JdbcModelRegistry registry) {
    this.registry = registry;
  }

  @Override
  public String name() {
    return "learned preferences";
  }

  @Override
  public List<JsonNode> export(Person person) {
    var key = PersonKey.rep(person.id());
    return registry.naming(key).stream().<JsonNode>map(model -> preferences(model, key)).toList();
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
    return new Forgotten(registry.forget(PersonKey.rep(person.id())), 0, "");
  }
}
