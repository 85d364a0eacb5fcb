package dev.tandem.messages;

import dev.tandem.identity.UserId;
import dev.tandem.identity.Users;
import org.springframework.stereotype.Component;

/**
 * Calls whoever did something by the name people use. What is kept begins with the sign-in name, so
 * that a person can be forgotten ({@link MessagePeople}).
 */
@Component
public class CalledNames {
  private final Users users;

  CalledNames(Users users) {
    this.users = users;
  }

  /** The words of a message, for people. */
  public String in(String words) {
    int end = words.indexOf(' ');
    if (end <= 0) return words;
    var first = words.substring(0, end);
    UserId person;
    try {
      person = new UserId(first);
    } catch (IllegalArgumentException noName) {
      return words;
    }
    if (!person.value().equals(first)) return words; // "Marketing" is no user called marketing
    return users
        .find(person)
        .map(account -> account.user().displayName() + words.substring(end))
        .orElse(words);
  }
}
