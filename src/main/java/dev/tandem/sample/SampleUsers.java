package dev.tandem.sample;

import dev.tandem.identity.Role;
import dev.tandem.identity.User;
import dev.tandem.identity.UserId;
import dev.tandem.identity.Users;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The people of the sample company. Three may be signed in as by anybody who sees the sign-in page;
 * the others own deals or content and have passwords that nobody knows.
 */
@Component
class SampleUsers {
  private static final List<User> COLLEAGUES =
      List.of(
          rep("jonas.keller", "Jonas Keller"),
          rep("maria.oliveira", "Maria Oliveira"),
          rep("sam.whitaker", "Sam Whitaker"),
          rep("lea.dubois", "Léa Dubois"));

  /** Named in the manifest as owners of assets, too. */
  private static final List<User> OWNERS =
      List.of(
          marketer("tomas.ferreira", "Tomás Ferreira"),
          marketer("hannah.weiss", "Hannah Weiß"),
          marketer("priya.nandakumar", "Priya Nandakumar"),
          marketer("marcus.oyelaran", "Marcus Oyelaran"));

  private final Users users;

  SampleUsers(Users users) {
    this.users = users;
  }

  void add() {
    users.addSample(rep("anna.berg", "Anna Berg"), "Sales", "demo-rep");
    users.addSample(marketer("ingrid.solberg", "Ingrid Solberg"), "Content", "demo-marketer");
    users.addSample(
        new User(new UserId("dana.whitlock"), "Dana Whitlock", Role.ADMINISTRATOR),
        "Operations",
        "demo-administrator");
    add(COLLEAGUES, "Sales");
    add(OWNERS, "Content");
  }

  private void add(List<User> people, String team) {
    for (var each : people)
      if (users.find(each.id()).isEmpty()) users.create(each, team, unguessable());
  }

  private static User rep(String id, String name) {
    return new User(new UserId(id), name, Role.REP);
  }

  private static User marketer(String id, String name) {
    return new User(new UserId(id), name, Role.MARKETER);
  }

  private static String unguessable() {
    var bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
