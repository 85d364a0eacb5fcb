package dev.tandem.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a user may do. A marketer sees what a rep sees, an administrator everything. */
public enum Role {
  REP,
  MARKETER,
  ADMINISTRATOR;

  /** The name in files, JSON and on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** This role and those below it. */
  public List<Role> including() {
    return Arrays.stream(values()).filter(role -> role.compareTo(this) <= 0).toList();
  }
}
