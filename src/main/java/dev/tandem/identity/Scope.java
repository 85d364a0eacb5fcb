package dev.tandem.identity;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an API token may be used for. A call needs one of them beside the role: the role says whose
 * rights count, the scope which of these the token makes use of.
 */
public enum Scope {
  READ("recommendations, search, assets, deals and requests"),
  FEEDBACK("report events, judgments and wishes for content"),
  CONTENT("add, change and remove assets and curation rules, move requests on"),
  DEALS("write deals, as a CRM does"),
  INSIGHT("reports and the event log"),
  SIDEBAR("open the sidebar in the CRM for its users"),
  ADMIN("webhooks, tokens, training, audit and monitoring");

  /** As Spring Security writes what a token was granted. */
  static final String AUTHORITY = "SCOPE_";

  private final String words;

  Scope(String words) {
    this.words = words;
  }

  /** The name in JSON, in the API's description and on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it lets a program do, as the end of a sentence. */
  public String words() {
    return words;
  }

  public static Optional<Scope> of(String id) {
    return Arrays.stream(values()).filter(scope -> scope.id().equals(id.strip())).findFirst();
  }

  /** All of them: what a token has whose scopes nobody chose. */
  public static Set<Scope> all() {
    return EnumSet.allOf(Scope.class);
  }

  /** The ids, in the order of this list, with commas between. */
  public static String list(Collection<Scope> scopes) {
    return scopes.stream().sorted().map(Scope::id).collect(Collectors.joining(", "));
  }

  String authority() {
    return AUTHORITY + id();
  }
}
