package dev.tandem.identity;

import dev.tandem.identity.PersonalRecords.Forgotten;
import dev.tandem.identity.PersonalRecords.Person;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Everything that is kept about one person: to hand it out, and to forget it. */
@Service
public class People {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final List<PersonalRecords> records;
  private final Users users;
  private final TransactionTemplate transaction;
  private final Clock clock;

  People(List<PersonalRecords> records, Users users, TransactionTemplate transaction, Clock clock) {
    this.records = List.copyOf(records);
    this.users = users;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** What became of a wish to forget somebody. */
  public sealed interface Deletion {
    record Done(UserId pseudonym, Map<String, Forgotten> parts) implements Deletion {}

    /**
     * @param reason a sentence for the person who asked
     */
    record Refused(String reason) implements Deletion {}
  }

  /** All parts by name; parts without a record are empty lists. */
  public ObjectNode export(UserId id) {
    var person = person(id);
    var json = JsonMapper.shared().createObjectNode();
    json.put("user", id.value());
    json.put("exported_at", clock.instant().toString());
    var parts = json.putObject("records");
    for (var each : records) {
      var rows = parts.putArray(each.name());
      each.export(person).forEach((JsonNode row) -> rows.add(row));
    }
    return json;
  }

  /**
   * Forgets the person in all parts or in none. What serves others keeps a pseudonym made from
   * nothing but chance, which is written down nowhere else.
   */
  public Deletion delete(UserId id) {
    if (users.find(id).isPresent() && users.disable(id) instanceof UserChange.Refused(var reason))
      return new Deletion.Refused(reason);
    var person = person(id);
    var random = new byte[8];
    RANDOM.nextBytes(random);
    var pseudonym = new UserId(Users.REMOVED + HexFormat.of().formatHex(random));
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              var parts = new LinkedHashMap<String, Forgotten>();
              for (var each : records) parts.put(each.name(), each.forget(person, pseudonym));
              return new Deletion.Done(pseudonym, parts);
            }));
  }

  private Person person(UserId id) {
    return new Person(
        id, users.find(id).map(account -> account.user().displayName()).orElse(id.value()));
  }
}
