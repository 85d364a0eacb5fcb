package dev.tandem.embed.context;

import dev.tandem.identity.Account;
import dev.tandem.identity.UserId;
import dev.tandem.identity.Users;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Finds the user of Tandem behind the names that a CRM knows: by the tenant's own table, else by
 * the same name or e-mail address, else by what stands before the @ of the tenant's own domains.
 * Programs are nobody's face and are not found.
 */
@Component
class CrmUsers {
  private final Users users;

  CrmUsers(Users users) {
    this.users = users;
  }

  Optional<Account> find(Tenant tenant, List<String> names) {
    return candidates(tenant, names).stream()
        .flatMap(name -> account(name).stream())
        .filter(Account::signsIn)
        .findFirst();
  }

  private static List<String> candidates(Tenant tenant, List<String> names) {
    var candidates = new ArrayList<String>();
    for (var name : names) {
      var listed = tenant.users().get(name);
      if (listed != null) candidates.add(listed);
    }
    candidates.addAll(names);
    for (var name : names) {
      int at = name.lastIndexOf('@');
      if (at > 0 && tenant.userDomains().contains(name.substring(at + 1).toLowerCase(Locale.ROOT)))
        candidates.add(name.substring(0, at));
    }
    return candidates;
  }

  private Optional<Account> account(String name) {
    try {
      return users.find(new UserId(name));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
