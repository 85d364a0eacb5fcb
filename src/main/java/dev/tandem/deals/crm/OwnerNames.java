package dev.tandem.deals.crm;

import dev.tandem.identity.UserId;
import dev.tandem.identity.Users;
import java.util.HashMap;
import java.util.Map;

/**
 * Whose deal it is, in Tandem's own names. CRMs know people by their e-mail address; here they sign
 * in by it or by what stands before the @. Somebody unknown keeps the address.
 */
final class OwnerNames {
  private final Users users;
  private final Map<String, String> known = new HashMap<>();

  OwnerNames(Users users) {
    this.users = users;
  }

  String of(String crmName) {
    return known.computeIfAbsent(crmName.strip(), this::find);
  }

  private String find(String name) {
    int at = name.indexOf('@');
    if (at <= 0 || isUser(name)) return name;
    var local = name.substring(0, at);
    return isUser(local) ? local : name;
  }

  private boolean isUser(String name) {
    try {
      return users.find(new UserId(name)).isPresent();
    } catch (IllegalArgumentException noName) {
      return false;
    }
  }
}
