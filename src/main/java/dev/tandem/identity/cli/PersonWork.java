package dev.tandem.identity.cli;

import dev.tandem.identity.People;
import dev.tandem.identity.UserId;

/** Hands out, or forgets, what is kept about a person, in the words of the command line. */
final class PersonWork {
  private PersonWork() {}

  enum Wish {
    EXPORT,
    DELETE
  }

  /**
   * @param exitCode 0 or 1
   * @param content of the file that was asked for; empty for none
   * @param words what was done, a line each
   * @param problem a sentence; empty where there was none
   */
  record Outcome(int exitCode, String content, String words, String problem) {
    static Outcome failed(String problem) {
      return new Outcome(1, "", "", problem);
    }
  }

  static Outcome of(Wish wish, UserId person, People people) {
    return switch (wish) {
      case EXPORT -> export(person, people);
      case DELETE -> delete(person, people);
    };
  }

  private static Outcome export(UserId person, People people) {
    var json = people.export(person);
    long rows = 0;
    for (var part : json.required("records")) rows += part.size();
    return new Outcome(0, json.toPrettyString() + "\n", rows + " records written to ", "");
  }

  private static Outcome delete(UserId person, People people) {
    return switch (people.delete(person)) {
      case People.Deletion.Refused(var reason) -> Outcome.failed(reason);
      case People.Deletion.Done(var pseudonym, var parts) -> {
        var words = new StringBuilder();
        long touched = 0;
        for (var part : parts.entrySet()) {
          var forgotten = part.getValue();
          touched += forgotten.deleted() + forgotten.pseudonymised();
          words.append(
              "%-19s %,7d deleted, %,7d under a pseudonym%s%n"
                  .formatted(
                      part.getKey(),
                      forgotten.deleted(),
                      forgotten.pseudonymised(),
                      forgotten.stays().isEmpty() ? "" : "; " + forgotten.stays()));
        }
        if (touched == 0)
          yield new Outcome(
              1, "", words.toString(), "Nothing is kept about '" + person.value() + "'.");
        words.append(
            "Where a name was needed it is %s now, made by chance.%n".formatted(pseudonym));
        yield new Outcome(0, "", words.toString(), "");
      }
    };
  }
}
