package dev.tandem.database;

import dev.tandem.shared.StartRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The user PostgreSQL runs as. It refuses to run as root, so a root JVM hands it to an unprivileged
 * system user, or, where that user cannot reach the home, to a user namespace in which root is
 * nobody.
 *
 * @param prefix what stands before every command
 * @param owner who owns the database's files; null: whoever the JVM is
 */
record RunsAs(List<String> prefix, @Nullable Ids owner) {
  record Ids(int user, int group) {}

  private static final List<String> NAMESPACE =
      List.of("unshare", "--user", "--map-user=65534", "--map-group=65534", "--");
  private static final List<String> UNPRIVILEGED = List.of("postgres", "nobody");

  /**
   * @param folder holds the database; becomes the chosen user's
   * @param cluster the database's files, which may not exist yet; if they do, their owner stays
   */
  static RunsAs choose(Path folder, Path cluster, PostgresBinaries binaries) throws IOException {
    if (!"root".equals(System.getProperty("user.name")) || PostgresBinaries.isWindows()) {
      return new RunsAs(List.of(), null);
    }
    var candidates = new ArrayList<RunsAs>();
    if (Files.exists(cluster)) {
      var owner = ownerOf(cluster);
      candidates.add(owner.user() == 0 ? new RunsAs(NAMESPACE, null) : as(owner));
    } else {
      for (var user : UNPRIVILEGED) {
        var ids = idsOf(user);
        if (ids != null) {
          candidates.add(as(ids));
        }
      }
      candidates.add(new RunsAs(NAMESPACE, null));
    }
    var before = ownerOf(folder);
    for (var candidate : candidates) {
      if (candidate.canUse(folder, binaries)) {
        return candidate;
      }
    }
    own(folder, before);
    throw new StartRefusedException(
        "PostgreSQL does not run as root, and no other user could be put in charge of %s."
            .formatted(folder),
        "Start Tandem as a normal user, or move its home to a place that the user postgres or"
            + " nobody can reach, or set spring.datasource.url to a PostgreSQL of your own.");
  }

  /** Gives a file that we wrote to the user who must read it. */
  void giveAway(Path file) throws IOException {
    if (owner != null) {
      own(file, owner);
    }
  }

  /** Tried out, because parents, mounts and the rules of a container all have a say. */
  private boolean canUse(Path folder, PostgresBinaries binaries) throws IOException {
    own(folder, owner == null ? new Ids(0, 0) : owner);
    var closed = owner == null ? "rwx------" : "rwx--x--x";
    Files.setPosixFilePermissions(
        folder.resolveSibling(""), PosixFilePermissions.fromString(closed));
    try {
      var tried = new Program(prefix, folder).run(binaries.program("postgres"), "--version");
      return tried.succeeded();
    } catch (IOException e) {
      return false; // no setpriv or unshare on this machine
    }
  }

  private static RunsAs as(Ids ids) {
    return new RunsAs(
        List.of(
            "setpriv",
            "--reuid=" + ids.user(),
            "--regid=" + ids.group(),
            "--clear-groups",
            "--no-new-privs",
            "--"),
        ids);
  }

  private static Ids ownerOf(Path path) throws IOException {
    Map<String, Object> ids = Files.readAttributes(path, "unix:uid,gid");
    return new Ids(number(ids.get("uid")), number(ids.get("gid")));
  }

  private static void own(Path path, Ids ids) throws IOException {
    Files.setAttribute(path, "unix:uid", ids.user());
    Files.setAttribute(path, "unix:gid", ids.group());
  }

  private static int number(@Nullable Object id) {
    return id instanceof Integer number ? number : 0;
  }

  private static @Nullable Ids idsOf(String user) throws IOException {
    var users = Path.of("/etc/passwd");
    if (!Files.isReadable(users)) {
      return null;
    }
    for (var line : Files.readAllLines(users)) {
      var cells = line.split(":", -1);
      if (cells.length > 3 && cells[0].equals(user)) {
        return new Ids(Integer.parseInt(cells[2]), Integer.parseInt(cells[3]));
      }
    }
    return null;
  }
}
