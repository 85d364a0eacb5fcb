package dev.tandem.identity;

/** Role names as annotations need them; see {@link Role}. */
public final class Roles {
  public static final String REP = "REP";
  public static final String MARKETER = "MARKETER";
  public static final String ADMINISTRATOR = "ADMINISTRATOR";

  private Roles() {}
}
